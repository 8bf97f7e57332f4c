import type { Backend } from '../backend.ts'
import type { TestFramework } from './framework.ts'
import { floats, model, valuesOf } from './models.ts'

export function signatureCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  describe('inputs and outputs', () => {
    test('are those that the model declares, in its order', async () => {
      const declared = model((graph) => {
        const b = graph.input('b', 'float32', ['batch', 3])
        const a = graph.input('a', 'float32', [3])
        graph.output('sum', graph.node('Add', [b, a]), 'float32', ['batch', 3])
        graph.output('size', graph.node('Size', [b]), 'int64', [])
      })
      await using session = await backend.open(declared)
      expect(session.backend).toBe(backend.name)
      expect(session.inputs).toEqual([
        { name: 'b', value: { kind: 'tensor', type: 'float32', onnxType: 'tensor(float)', dims: ['batch', 3] } },
        { name: 'a', value: { kind: 'tensor', type: 'float32', onnxType: 'tensor(float)', dims: [3] } },
      ])
      expect(session.outputs).toEqual([
        { name: 'sum', value: { kind: 'tensor', type: 'float32', onnxType: 'tensor(float)', dims: ['batch', 3] } },
        { name: 'size', value: { kind: 'tensor', type: 'int64', onnxType: 'tensor(int64)', dims: [] } },
      ])
    })

    test('a free dimension without a name is called ?', async () => {
      const unnamed = model((graph) => graph.output('y', graph.node('Relu', [graph.input('x', 'float32', [''])]), 'float32', ['']))
      await using session = await backend.open(unnamed)
      expect(session.inputs[0]?.value).toEqual({ kind: 'tensor', type: 'float32', onnxType: 'tensor(float)', dims: ['?'] })
      expect(valuesOf((await session.run({ x: floats([2], -1, 1) })).y)).toEqual([0, 1])
    })

    test('weights are not inputs', async () => {
      const weighted = model((graph) => {
        const x = graph.input('x', 'float32', [1])
        graph.output('y', graph.node('Mul', [x, graph.weight('w', floats([1], 3))]), 'float32', [1])
      })
      await using session = await backend.open(weighted)
      expect(session.inputs.map(({ name }) => name)).toEqual(['x'])
      expect(valuesOf((await session.run({ x: floats([1], 2) })).y)).toEqual([6])
    })
  })
}
