// Checks that every relative link in the Markdown files leads somewhere, and that none names an anchor that is not there.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => existsSync(join(root, file)))
const broken: string[] = []
let links = 0
for (const file of files) {
  for (const [, target] of readFileSync(join(root, file), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^(https?|mailto):/.test(target!)) continue
    links++
    const [path = '', anchor] = target!.split('#')
    const absolute = path === '' ? join(root, file) : resolve(root, dirname(file), path)
    if (!existsSync(absolute)) broken.push(`${file}: ${target}`)
    else if (anchor !== undefined && !anchorsOf(absolute).has(anchor)) broken.push(`${file}: ${target} (no such heading)`)
  }
}
process.stdout.write(
  `${links} links in ${files.length} documents, ${broken.length} broken\n${broken.map((line) => `  ${line}\n`).join('')}`,
)
process.exitCode = broken.length === 0 ? 0 : 1

function anchorsOf(file: string): Set<string> {
  const headings = readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)
  return new Set(
    [...headings].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  )
}
