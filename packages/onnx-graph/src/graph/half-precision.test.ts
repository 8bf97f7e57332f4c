import { TensorProto_DataType as Type } from 'onnx-buf'
import { expect, test } from 'vitest'
import { decodeTensor } from '../tensor/codec.ts'
import { toNumbers } from '../tensor/numbers.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { GraphBuilder } from './builder.ts'
import { checkModel } from './check.ts'
import { elementTypes } from './element-types.ts'
import { toHalfPrecision } from './half-precision.ts'
import { modelInputs, modelOutputs } from './model-file.ts'

const floats = (...values: readonly number[]): Tensor => ({ type: 'float32', dims: [values.length], data: Float32Array.from(values) })

function build(nodes: (graph: GraphBuilder, x: string) => string) {
  const graph = new GraphBuilder({ name: 'test' })
  graph.output('y', nodes(graph, graph.input('x', 'float32', [1, 1, 2, 2])), 'float32', [1, 1, 4, 4])
  return graph.build()
}

test('weights and computation become float16, inputs and outputs stay', () => {
  const model = build((graph, x) => graph.node('Relu', [graph.node('Add', [x, graph.weight('w', floats(1.0004, -3.4e38, 1e-12, 0))])]))
  const half = toHalfPrecision(model)
  expect(checkModel(half)).toEqual([])
  expect([...modelInputs(half), ...modelOutputs(half)].map(({ value }) => value.onnxType)).toEqual(['tensor(float)', 'tensor(float)'])
  expect(half.graph!.node.map(({ opType }) => opType)).toEqual(['Cast', 'Add', 'Relu', 'Identity', 'Cast'])
  const [weight] = half.graph!.initializer
  expect(weight!.dataType).toBe(Type.FLOAT16)
  // rounded; kept finite; kept from vanishing; zero stays zero
  const [rounded, mask, epsilon, zero] = toNumbers(decodeTensor(weight!))
  expect([rounded, zero]).toEqual([1, 0])
  expect(mask).toBe(-1e4)
  expect(epsilon).toBeGreaterThan(0)
  // the model that was given is as it was
  expect(model.graph!.initializer[0]!.dataType).toBe(Type.FLOAT)
})

test('an operator without float16 stands between casts, and keeps the weights that it alone reads', () => {
  const half = toHalfPrecision(
    build((graph, x) => graph.node('Resize', [graph.node('Relu', [x]), '', graph.weight('scales', floats(1, 1, 1.7, 2))])),
  )
  expect(checkModel(half)).toEqual([])
  expect(half.graph!.node.map(({ opType }) => opType)).toEqual(['Cast', 'Relu', 'Cast', 'Resize', 'Cast', 'Identity', 'Cast'])
  expect(half.graph!.initializer.map(({ name, dataType }) => [name, dataType])).toEqual([['scales', Type.FLOAT]])
})

test('constants and casts within the graph follow', () => {
  const half = toHalfPrecision(
    build((graph, x) => {
      const shape = graph.node('Shape', [x])
      const zeros = graph.node('ConstantOfShape', [shape])
      return graph.node('Add', [zeros, graph.node('Cast', [graph.node('Greater', [x, zeros])], { to: Type.FLOAT })])
    }),
  )
  expect(checkModel(half)).toEqual([])
  const types = elementTypes(half.graph!)
  const added = half.graph!.node.find(({ opType }) => opType === 'Add')!
  expect([...added.input, ...added.output].map((name) => types.get(name))).toEqual([Type.FLOAT16, Type.FLOAT16, Type.FLOAT16])
})
