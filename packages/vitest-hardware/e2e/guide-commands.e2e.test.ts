import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadModelType, writeModelFolder } from '@vitest-hardware/model-catalogue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryProject } from './temporary-project.ts'

const root = resolve(import.meta.dirname, '..', '..', '..')
const guides = ['docs/guide/generate.md', 'docs/guide/catalogue.md', 'packages/codegen/README.md']

/** Code of a guide that stands under the name of a file. */
const codeOf = (guide: string, file: string): string =>
  new RegExp(`// ${file.replaceAll('.', String.raw`\.`)}\n([^]*?)\`\`\``).exec(readFileSync(join(root, guide), 'utf8'))![1]!

const commands = guides.flatMap((guide) =>
  [...readFileSync(join(root, guide), 'utf8').matchAll(/^npx vitest-hardware ([^#\n]+)/gm)].map(
    ([, args]) => [guide, args!.trim()] as const,
  ),
)

let project: ReturnType<typeof temporaryProject>
beforeAll(async () => {
  project = temporaryProject({ 'types/tiny-gate.ts': codeOf('docs/guide/generate.md', 'types/tiny-gate.ts') })
  await writeModelFolder(await loadModelType('bert'), join(project.folder, 'my-model'))
})
afterAll(() => project[Symbol.dispose]())

test('the guides have commands', () => {
  expect(commands.length).toBeGreaterThan(8)
})

// in the order of the guides: later ones check what earlier ones wrote
test.each(commands)('%s: npx vitest-hardware %s', (_, args) => {
  const { status, output } = project.command(args.split(' '))
  expect(output).not.toMatch(/error/i)
  expect(status).toBe(0)
})
