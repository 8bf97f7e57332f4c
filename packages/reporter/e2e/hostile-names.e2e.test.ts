import { spawnSync } from 'node:child_process'
import { SummarySchema } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { temporaryProject } from './temporary-project.ts'

const names = [
  '</script><script>alert(1)</script><img src=x onerror=alert(2)>',
  '<!-- --> ${marker} <!--report-data-->',
  'pipes | and `code` and *stars* and [links](javascript:alert(3))',
  `quotes " and ' and $(touch pwned) and \`touch pwned\` and ; touch pwned`,
  'emoji 👩‍🔬🧪 and ünïcödé and \u202Eright to left',
  'ANSI \u001B[31mred\u001B[0m \u001B]8;;http://example.invalid\u0007link\u001B]8;;\u0007',
  `long ${'ab '.repeat(3400)}`,
  '$& $1 $` %s %d',
  'line\nbreak\ttab\r\nand\u2028separator',
]

test('names that attack the page, the table, the terminal or the shell stay text', { timeout: 240_000 }, async () => {
  using project = temporaryProject()
  project.write(
    'hostile.hardware.test.js',
    `import { expect, test } from 'vitest'
     import { subject } from './recording.js'
     for (const name of ${JSON.stringify(names)}) test(name.replaceAll('%', '%%').replaceAll('$', '$$$$').replaceAll('$$', '$'), async ({ task }) => { await subject(task, name.slice(0, 190)); expect.fail(name) })`,
  )
  const { code, output } = await project.run({ env: { GITHUB_ACTIONS: 'true' } })
  expect(code).toBe(1)

  const page = project.read('report.html')
  const [, json = ''] = /<script type="application\/json" id="report">([\s\S]*?)<\/script>/.exec(page)!
  const report = JSON.parse(json) as { tests: { name: string; model: string | null }[] }
  expect(report.tests).toHaveLength(names.length)
  expect(new Set(report.tests.map(({ model }) => model))).toEqual(new Set(names.map((name) => name.slice(0, 190))))
  expect(page.split('</script>').length).toBe(projectlessPage(page))

  const summary = SummarySchema.parse(JSON.parse(project.read('summary.json')))
  expect(summary.attention).toHaveLength(names.length)
  const markdown = project.read('summary.md')
  expect(markdown).not.toMatch(/<(?:script|img)/)
  for (const row of markdown.split('\n').filter((line) => line.startsWith('| ')))
    expect(row.replace(/\\\\|\\\|/g, '').split('|')).toHaveLength(7)

  // Vitest's own part of the output is not ours to clean
  const ours = output.slice(output.lastIndexOf(summary.sentence.slice(0, 20)))
  // oxlint-disable-next-line no-control-regex
  expect(ours).not.toMatch(/[\u001B\u0007\u202E]/)

  // what a shell makes of the command is one word for the pattern, and that pattern finds the test
  for (const { command } of summary.attention) {
    expect(command).not.toMatch(/\n/)
    const words = shellWords(command)
    expect(words.slice(0, 5)).toEqual(['npx', 'vitest', 'run', '--project', 'hardware-cpu'])
    expect(words).toHaveLength(8)
  }
  const patterns = summary.attention.map(({ command }) => new RegExp(shellWords(command)[7]!))
  for (const name of names.slice(0, 6)) expect(patterns.filter((pattern) => pattern.test(name))).toHaveLength(1)
})

/** The words that a POSIX shell makes of a command line. */
function shellWords(command: string): string[] {
  const { stdout, status } = spawnSync('sh', ['-c', `for word in "$@"; do :; done; printf '%s\\0' ${command}`], { encoding: 'utf8' })
  expect(status).toBe(0)
  return stdout.split('\0').slice(0, -1)
}

/** Ends of script elements in the page if none of them came from data: those of the template. */
function projectlessPage(page: string): number {
  return page
    .replace(/<script type="application\/json" id="report">[\s\S]*?<\/script>/, '<script type="application/json" id="report"></script>')
    .split('</script>').length
}
