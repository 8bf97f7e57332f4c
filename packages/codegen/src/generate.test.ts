import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UnknownModelTypeError } from '@vitest-hardware/model-catalogue/listing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TemplateError } from './emit/compose.ts'
import { generate, HandEditedError } from './generate.ts'

let root: string
let out: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'codegen-'))
  out = join(root, 'out')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const read = (path: string): string => readFileSync(join(out, path), 'utf8')
const bert = { models: ['bert'] }
const skillset = 'bert/bert.skillset.ts'

function template(kind: string, file: string, text: string): string {
  const folder = join(root, 'templates')
  mkdirSync(join(folder, kind), { recursive: true })
  writeFileSync(join(folder, kind, file), text)
  return folder
}

test('a type gets its test, benchmark and skillset; a second run makes nothing', async () => {
  const first = await generate({ ...bert, out })
  expect(first.written).toEqual(['bert/bert.hardware.test.ts', 'bert/bert.hardware.bench.ts', skillset])
  const before = statSync(join(out, skillset)).mtimeMs
  expect(await generate({ ...bert, out })).toMatchObject({ types: 1, made: 0, written: [] })
  expect(statSync(join(out, skillset)).mtimeMs).toBe(before)
})

test('the same bytes twice', async () => {
  await generate({ family: 'diffusion', out })
  await generate({ family: 'diffusion', out: join(root, 'again') })
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|json)$/.test(file))
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) expect(readFileSync(join(root, 'again', file), 'utf8')).toBe(read(file))
})

test('a file that was removed is written again', async () => {
  await generate({ ...bert, out })
  rmSync(join(out, skillset))
  expect((await generate({ ...bert, out })).written).toEqual([skillset])
})

test('line ends of another system are no difference', async () => {
  await generate({ ...bert, out })
  writeFileSync(join(out, skillset), read(skillset).replaceAll('\n', '\r\n'))
  expect((await generate({ ...bert, out, check: true })).stale.size).toBe(0)
})

test('an edit by hand is shown and kept, unless forced', async () => {
  await generate({ ...bert, out })
  appendFileSync(join(out, skillset), '// mine\n')
  const refused = await generate({ ...bert, out }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(HandEditedError)
  expect((refused as HandEditedError).message).toContain('-// mine')
  expect((refused as HandEditedError).message).toContain('--force')
  expect(read(skillset)).toContain('// mine')
  await generate({ ...bert, out, force: true })
  expect(read(skillset)).not.toContain('// mine')
})

test('a check tells what differs and writes nothing', async () => {
  expect((await generate({ ...bert, out, check: true })).stale.size).toBe(3)
  await generate({ ...bert, out })
  expect((await generate({ ...bert, out, check: true })).stale.size).toBe(0)
  appendFileSync(join(out, skillset), '// mine\n')
  const { stale } = await generate({ ...bert, out, check: true })
  expect([...stale.keys()]).toEqual([skillset])
  expect(stale.get(skillset)).toContain('-// mine')
})

test('an unknown type suggests the nearest', async () => {
  const error = await generate({ models: ['brt'], out }).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(UnknownModelTypeError)
  expect((error as Error).message).toContain('"bert"')
})

test('a template of the user’s stands in for the built-in one', async () => {
  const templates = template(
    'tasks',
    'fill-mask.mjs',
    `export const template = { kind: 'task', name: 'fill-mask', items: 'sentences', checks: () => ['isMine(test)'] }`,
  )
  await generate({ ...bert, out, templates })
  expect(read('bert/bert.hardware.bench.ts')).toContain(`items: 'sentences'`)
  expect(read('bert/bert.hardware.test.ts')).toContain('  isMine(test)\n')
  expect(read(skillset)).toContain('fillMask({ model:')
})

test.each([
  [
    'throws',
    `export const template = { kind: 'task', name: 'fill-mask', checks() { throw new Error('no') } }`,
    /"fill-mask" failed for the model type bert: Error: no/,
  ],
  ['is none', 'export const other = 1', /exports no task template/],
  ['cannot be loaded', 'export const template = {', /cannot be loaded/],
])('a template that %s is named, and nothing is written', async (_, text, message) => {
  const templates = template('tasks', 'fill-mask.mjs', text)
  const error = await generate({ models: ['albert', 'bert', 'gpt2'].filter((type) => type !== 'albert'), out, templates }).catch(
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(TemplateError)
  expect((error as Error).message).toMatch(message)
  expect(() => readdirSync(out)).toThrow('ENOENT')
})

test('a folder without templates is an error', async () => {
  await expect(generate({ ...bert, out, templates: root })).rejects.toThrow('no templates in this folder')
})

test('progress counts the types that are made', async () => {
  const seen: string[] = []
  await generate({ models: ['bert', 'gpt2'], out, onProgress: (done, total) => seen.push(`${done}/${total}`) })
  expect(seen).toEqual(['1/2', '2/2'])
})

test('a folder that cannot be written says so, and names the file', async () => {
  writeFileSync(out, 'a file')
  await expect(generate({ ...bert, out })).rejects.toMatchObject({
    name: 'OutputError',
    exitCode: 2,
    input: join(out, 'bert', 'bert.hardware.test.ts'),
    message: expect.stringContaining('cannot be written: ENOTDIR'),
  })
  expect(readFileSync(out, 'utf8')).toBe('a file')
})
