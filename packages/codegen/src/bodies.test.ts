import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { filesOf } from './emit/files-of.ts'
import { createPrinter } from './emit/printer.ts'
import type { ModuleFacts } from './module-facts.ts'
import { chooseModules } from './plan.ts'
import { builtInTemplates } from './templates/built-in.ts'

interface Emitted {
  readonly module: ModuleFacts
  readonly texts: ReadonlyMap<string, string>
}

const emitted: Emitted[] = []
beforeAll(async () => {
  const templates = await builtInTemplates()
  const printer = createPrinter()
  const backends = [...templates.hardware.keys()]
  for (const module of chooseModules({}))
    emitted.push({ module, texts: await filesOf(module, { templates, backends, banner: '// banner', printer }) })
}, 60_000)

const textOf = ({ module, texts }: Emitted, kind: string): string => texts.get(`${module.names.file}/${module.names.file}.${kind}.ts`)!

/** A file without its type's own names and upstream's classes: what would be left if only the name had been put in. */
function bodyOf(one: Emitted, kind: string): string {
  const { type, camel } = one.module.names
  const classes = one.module.heads.map(({ architecture }) => architecture)
  return [type, camel, ...classes].reduce((text, name) => text.replaceAll(name, '·'), textOf(one, kind))
}

/** Types by equal bodies. */
function alike(kind: string): string[][] {
  const groups = new Map<string, string[]>()
  for (const one of emitted) {
    const key = createHash('sha256').update(bodyOf(one, kind)).digest('hex')
    groups.set(key, [...(groups.get(key) ?? []), one.module.names.type])
  }
  return [...groups.values()]
}

test('nine of ten tests have a body of their own; where two are equal, their graphs are the same operators', () => {
  const groups = alike('hardware.test')
  expect(groups.length).toBeGreaterThan(0.9 * emitted.length)
  for (const group of groups.filter(({ length }) => length > 1)) {
    const operators = group.map((type) => JSON.stringify(emitted.find(({ module }) => module.names.type === type)!.module.operators))
    expect(new Set(operators).size).toBe(1)
  }
})

test('benchmarks are equal where family and task are', () => {
  for (const group of alike('hardware.bench')) {
    const reasons = group.map((type) => {
      const { facts, heads } = emitted.find(({ module }) => module.names.type === type)!.module
      return `${facts.family === 'mixture-of-experts' ? 'decoder-only' : facts.family} ${heads[0].task}`
    })
    // several reasons may lead to one text, such as two tasks over texts
    expect(new Set(reasons).size).toBeLessThan(12)
  }
})

test('files are short: 80 lines in the median, and no line is left over', () => {
  for (const kind of ['hardware.test', 'hardware.bench', 'skillset']) {
    const lengths = emitted.map((one) => textOf(one, kind).split('\n').length).sort((a, b) => a - b)
    expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(80)
  }
  for (const one of emitted) {
    for (const text of one.texts.values()) {
      const imported = [...text.matchAll(/import \{([^}]*)\}/g)].flatMap(([, names]) =>
        names!
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      )
      for (const name of imported)
        expect(text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length, `${one.module.names.type}: ${name}`).toBeGreaterThan(1)
    }
  }
})
