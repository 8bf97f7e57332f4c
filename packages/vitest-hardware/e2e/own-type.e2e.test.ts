import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryProject } from './temporary-project.ts'

const gate = (changes = ''): string => `
import { defineModelType } from 'vitest-hardware/model-type'

export default defineModelType({
  type: 'tiny-gate',
  family: 'encoder-only',
  tasks: ['feature-extraction'],
  config: { model_type: 'tiny-gate', architectures: ['TinyGateModel'], hidden_size: 8 },
  preprocessor: { kind: 'none' },
  transformersJs: null,
  graphs: [
    {
      name: 'model',
      build: ({ graph, weight }) => {
        const x = graph.input('inputs_embeds', 'float32', ['batch_size', 'sequence_length', 8])
        const gate = graph.node('Relu', [graph.node('MatMul', [x, weight('up', [8, 8])])])
        graph.output('last_hidden_state', graph.node('Mul', [gate, x]), 'float32', ['batch_size', 'sequence_length', 8])
      },
    },
  ],
  ${changes}
})
`

test('a type of the user’s own is generated from the module that defines it, and passes', () => {
  using project = temporaryProject({
    'vitest.config.ts': "import { hardware } from 'vitest-hardware'\nexport default { plugins: [hardware({ backends: ['cpu'] })] }\n",
    'types/tiny-gate.ts': gate(),
  })
  const made = project.command(['generate', '--models', './types/tiny-gate.ts', '--out', 'hardware'])
  expect(made).toEqual({ status: 0, output: '1 types in hardware: 3 files written\n' })
  const tests = readFileSync(join(project.folder, 'hardware/tiny-gate/tiny-gate.hardware.test.ts'), 'utf8')
  expect(tests).toContain("import '../../types/tiny-gate.ts'\n")
  expect(tests).toContain("loadsAs(test, { architecture: 'TinyGateModel', parameters: 64 })")
  const { status, output } = project.vitest(['--project', 'hardware-cpu'])
  expect(output).toMatch(/Tests +\d+ passed/)
  expect(output).not.toMatch(/failed/)
  expect(status).toBe(0)
  expect(project.command(['generate', '--models', './types/tiny-gate.ts', '--out', 'hardware', '--check']).status).toBe(0)
})

test.each([
  ['a name that is taken', "type: 'bert',", /the catalogue has a model type "bert" already/],
  ['a family that there is not', "family: 'poetry',", /there is no family "poetry"[^]*choose one of encoder-only/],
  ['a config of another type', "config: { model_type: 'x', architectures: ['X'] },", /is of the type "x"/],
  ['a task without a head', "tasks: ['feature-extraction', 'fill-mask'],", /no head for its task "fill-mask"/],
])('a module with %s says so, and nothing is written', (_, changes, message) => {
  using project = temporaryProject({ 'own.ts': gate(changes) })
  const { status, output } = project.command(['generate', '--models', './own.ts', '--out', 'hardware'])
  expect(output).toMatch(message)
  expect(output).toContain('./own.ts')
  expect(status).toBe(2)
})

test('a module without a type, and one that is not there, say so', () => {
  using project = temporaryProject({ 'own.ts': 'export default 3\n' })
  expect(project.command(['generate', '--models', './own.ts'])).toMatchObject({
    status: 2,
    output: expect.stringContaining('the default export is no model type'),
  })
  expect(project.command(['generate', '--models', './none.ts'])).toMatchObject({
    status: 2,
    output: expect.stringContaining('there is no such module'),
  })
})
