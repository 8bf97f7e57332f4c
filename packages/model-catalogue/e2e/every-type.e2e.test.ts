import { families } from '@vitest-hardware/contracts'
import {
  findModelType,
  forTask,
  isInTier,
  loadModelTypes,
  type ModelType,
  modelTypeFacts,
  modelTypeGaps,
  modelTypes,
  seededInputs,
  typeSignatures,
} from '@vitest-hardware/model-catalogue'
import { checkModel, modelInputs, modelOutputs, parameterCount, parseModel, toNumbers } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { buildGraphs } from '../dist/graphs/build-graphs.js'
import { describeType } from '../dist/signatures/describe-type.js'
import { openModel } from '../dist/testing/run-model.js'

const types = await loadModelTypes()

/** Tasks of classes that upstream has, but no auto class of upstream finds. */
const foundByNoAutoClass: Readonly<Record<string, readonly string[]>> = { clipseg: ['image-segmentation'] }

describe.each(types.map((type) => [type.type, type] as const))('%s', (_, type) => {
  test('is what its recorded signature says; if a change is meant: node scripts/record-signatures.ts', async () => {
    const described = await describeType(type, openModel)
    const recorded = typeSignatures()[type.type]!
    // measured: another processor rounds otherwise, but not by far
    expect(JSON.parse(JSON.stringify({ ...described, halfPrecision: recorded.halfPrecision }))).toEqual(recorded)
    expect(described.halfPrecision ?? 0).toBeLessThanOrEqual(5 * (recorded.halfPrecision ?? 1))
  })

  test('its config names the type, its tasks are upstream’s, and it says why Transformers.js does not load it', () => {
    const { heads, defaultTask } = findModelType(type.type)
    expect(type.config.model_type).toBe(type.type)
    expect(Object.keys(type.heads ?? {}).sort()).toEqual(type.tasks.slice(1).sort())
    const known = new Set([...heads.map(({ task }) => task), defaultTask])
    // where upstream's auto classes find nothing of a type, its tasks are those of its own classes
    if (heads.length > 0) expect(type.tasks.filter((task) => !known.has(task))).toEqual(foundByNoAutoClass[type.type] ?? [])
    expect(type.transformersJs !== null || type.note?.includes('Transformers.js')).toBe(true)
  })

  test.each(type.tasks)('%s: sound and small graphs; outputs are finite, of their declared shapes, and tell inputs apart', async (task) => {
    const head = forTask(type, task)
    expect(head.config.architectures).toHaveLength(1)
    for (const { name, bytes } of buildGraphs(head, 0)) {
      const model = parseModel(bytes, name)
      expect(checkModel(model)).toEqual([])
      expect(parameterCount(model)).toBeGreaterThan(0)
      expect(bytes.length).toBeLessThan(2 ** 20)
      const runner = await openModel(bytes)
      for (const batch of [1, 2]) {
        const inputs = seededInputs(modelInputs(model), { config: head.config, batch })
        const outputs = await runner.run(inputs)
        for (const { name: output, value } of modelOutputs(model)) {
          const { dims } = outputs[output]!
          const declared = value.kind === 'tensor' ? (value.dims ?? []) : []
          expect(dims).toEqual(declared.map((dim, axis) => (typeof dim === 'number' ? dim : dims[axis])))
          expect(toNumbers(outputs[output]!).every(Number.isFinite)).toBe(true)
        }
      }
    }
  })
})

function operators(type: ModelType): string {
  const counts = new Map<string, number>()
  for (const { name, bytes } of buildGraphs(type, 0))
    for (const node of parseModel(bytes, name).graph!.node) counts.set(node.opType, (counts.get(node.opType) ?? 0) + 1)
  return JSON.stringify([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

test('no two types are the same graph of operators with the same config', () => {
  const keys = new Map<string, string[]>()
  for (const type of types) {
    const { model_type: _, architectures: __, ...rest } = type.config
    const key = `${operators(type)} ${JSON.stringify(rest)}`
    keys.set(key, [...(keys.get(key) ?? []), type.type])
  }
  expect([...keys.values()].filter((alike) => alike.length > 1)).toEqual([])
})

test('each of the nine families has at least two types', () => {
  const few = families.slice(0, 9).filter((family) => modelTypes().filter((type) => type.family === family).length < 2)
  expect(few).toEqual([])
})

test('tiers are cumulative', () => {
  const count = (tier: 'critical' | 'high' | 'medium'): number => modelTypeFacts().filter((facts) => isInTier(facts, tier)).length
  expect([count('critical'), count('high'), count('medium')]).toEqual([9, 46, 92])
})

test('every type is built, or is a gap with a reason', () => {
  const built = new Set(modelTypes().map(({ type }) => type))
  expect(modelTypeFacts().filter(({ type }) => built.has(type) === type in modelTypeGaps())).toEqual([])
  const critical = modelTypeFacts().filter((facts) => isInTier(facts, 'critical'))
  expect(critical.filter(({ type }) => !built.has(type))).toEqual([])
})
