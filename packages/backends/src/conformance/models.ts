import { type DataType, encodeModel, float16ToNumber, GraphBuilder, type Tensor, type TensorData } from '@vitest-hardware/onnx-graph'
import type { ModelSource } from '../backend.ts'

/** A model built in code, as bytes. */
export function model(build: (graph: GraphBuilder) => void): { readonly bytes: Uint8Array } {
  const graph = new GraphBuilder({ name: 'conformance' })
  build(graph)
  return { bytes: encodeModel(graph.build()) } satisfies ModelSource
}

/** `y = operator(a, b)` on float32 of the given shape. */
export function binary(operator: string, dims: readonly (number | string)[]): { readonly bytes: Uint8Array } {
  return model((graph) => {
    const a = graph.input('a', 'float32', dims)
    const b = graph.input('b', 'float32', dims)
    graph.output('y', graph.node(operator, [a, b]), 'float32', dims)
  })
}

/** `y = x`, of any element type. */
export function identity(type: DataType, dims: readonly (number | string)[]): { readonly bytes: Uint8Array } {
  return model((graph) => {
    const x = graph.input('x', type, dims)
    graph.output('y', graph.node('Identity', [x]), type, dims)
  })
}

/** `y = x + weight`, each with one element. */
export function addWeight(weight: number): { readonly bytes: Uint8Array } {
  return model((graph) => {
    const x = graph.input('x', 'float32', [1])
    graph.output('y', graph.node('Add', [x, graph.weight('weight', floats([1], weight))]), 'float32', [1])
  })
}

export function floats(dims: readonly number[], ...values: readonly number[]): Tensor {
  return { type: 'float32', dims, data: Float32Array.from(values) }
}

/** Values in a plain list, so that arrays of any kind compare; bits of float16 are read as numbers. */
export function valuesOf(tensor: Tensor | undefined): readonly (number | bigint | string)[] {
  if (tensor === undefined) return []
  return tensor.type === 'float16' ? halves(tensor.data) : Array.from<number | bigint | string>(tensor.data as ArrayLike<number>)
}

function halves(data: TensorData): number[] {
  const isBits = Reflect.get(data, Symbol.toStringTag) === 'Uint16Array'
  return Array.from(data as ArrayLike<number>, (value) => (isBits ? float16ToNumber(value) : value))
}
