import { checkModel, modelInputs, modelOutputs, parameterCount, parseModel, toNumbers } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { goldenOutputs } from '../golden/golden-outputs.ts'
import { tensorDifference } from '../golden/tensor-difference.ts'
import { buildGraphs } from '../graphs/build-graphs.ts'
import { seededInputs } from '../inputs/seeded-inputs.ts'
import type { ModelType } from '../model-type.ts'
import { graphsOf, openType } from '../testing/run-model.ts'
import { studiedTypes } from '../testing/studied-types.ts'

const types = studiedTypes.map(({ type }) => [type.type, type] as const)

function declaredInputs(type: ModelType) {
  return modelInputs(parseModel(graphsOf(type)[0]!.bytes, type.type))
}

describe.each(types)('%s', (_, type) => {
  test('has sound graphs with parameters, the same bytes each time and others for another seed', () => {
    const graphs = graphsOf(type)
    const [again, other] = [buildGraphs(type, 0), buildGraphs(type, 1)]
    graphs.forEach(({ name, bytes }, index) => {
      const model = parseModel(bytes, name)
      expect(checkModel(model)).toEqual([])
      expect(parameterCount(model)).toBeGreaterThan(0)
      expect(Buffer.from(bytes).equals(again[index]!.bytes)).toBe(true)
      expect(Buffer.from(bytes).equals(other[index]!.bytes)).toBe(false)
    })
  })

  test('is small and its config names the type and its class', () => {
    expect(type.config.model_type).toBe(type.type)
    expect(type.config.architectures).toHaveLength(1)
    for (const { bytes } of graphsOf(type)) expect(bytes.length).toBeLessThan(2 ** 20)
  })

  test('says why, where Transformers.js does not load it', () => {
    expect(type.transformersJs !== null || type.note !== undefined).toBe(true)
  })

  test.each([
    { batch: 1, dims: { sequence: 8 } },
    { batch: 2, dims: { sequence: 8 } },
    { batch: 1, dims: { sequence: 13, encoder_sequence: 5, past: 3 } },
    { batch: 2, dims: { sequence: 1, decoder_sequence: 1, past: 2 } },
  ])('runs with $batch and $dims; every output is finite and has its declared shape', async ({ batch, dims }) => {
    for (const { name: graph, bytes } of graphsOf(type)) {
      const model = parseModel(bytes, type.type)
      const inputs = seededInputs(modelInputs(model), { config: type.config, batch, dims })
      const outputs = await (await openType(type, { graph })).run(inputs)
      const sizes = new Map<string, number>()
      for (const { name, value } of modelInputs(model)) {
        if (value.kind === 'tensor')
          value.dims?.forEach((dim, axis) => typeof dim === 'string' && sizes.set(dim, inputs[name]!.dims[axis]!))
      }
      for (const { name, value } of modelOutputs(model)) {
        const { dims: shape } = outputs[name]!
        const declared = value.kind === 'tensor' ? (value.dims ?? []) : []
        expect(shape).toEqual(declared.map((dim, axis) => (typeof dim === 'number' ? dim : (sizes.get(dim) ?? shape[axis]))))
        expect(toNumbers(outputs[name]!).every(Number.isFinite)).toBe(true)
      }
    }
  })

  test('gives its golden outputs', async () => {
    const expected = await goldenOutputs(type.type)
    const outputs = await (await openType(type)).run(seededInputs(declaredInputs(type), { config: type.config }))
    expect(expected).not.toBeNull()
    expect(tensorDifference(outputs, expected!).relative).toBeLessThan(1e-5)
  })
})
