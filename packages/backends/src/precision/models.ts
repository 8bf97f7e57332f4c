import { encodeModel, GraphBuilder, numberToFloat16, type Tensor } from '@vitest-hardware/onnx-graph'
import type { ModelSource } from '../backend.ts'
import type { Precision } from './precision.ts'

/** Sizes of the product; 16 is the smallest block of 4-bit weights. */
const depth = 16
const columns = 2
const scale = 0.5

/** Whole numbers that 4 signed bits hold; all of them times {@link scale} are exact in every precision. */
const weightAt = (row: number, column: number): number => ((row * 3 + column * 5) % 15) - 7
const inputs = Array.from({ length: depth }, (_, row) => (row % 4) - 1)

/** A model whose weights have a precision, its input, and what it must give. */
export interface PrecisionModel {
  readonly source: ModelSource & { readonly bytes: Uint8Array }
  readonly x: Tensor
  readonly expected: readonly number[]
  /** Largest error of an element; kernels may quantize the input too, to 8 bits. */
  readonly tolerance: number
}

/** `y = x · W`, with `W` in the precision as exporters write it. */
export function precisionModel(precision: Precision): PrecisionModel {
  const graph = new GraphBuilder({ name: precision })
  const type = precision === 'fp16' ? 'float16' : 'float32'
  const x = graph.input('x', type, [1, depth])
  graph.output('y', products[precision](graph, x), type, [1, columns])
  return {
    source: { bytes: encodeModel(graph.build()) },
    x: type === 'float16' ? halves([1, depth], inputs) : floats([1, depth], inputs),
    expected: Array.from({ length: columns }, (_, column) =>
      inputs.reduce((sum, value, row) => sum + value * weightAt(row, column) * scale, 0),
    ),
    tolerance: 0.25,
  }
}

const products: Readonly<Record<Precision, (graph: GraphBuilder, x: string) => string>> = {
  fp32: (graph, x) => graph.node('MatMul', [x, graph.weight('w', floats([depth, columns], scaledWeights()))]),
  fp16: (graph, x) => graph.node('MatMul', [x, graph.weight('w', halves([depth, columns], scaledWeights()))]),
  int8: (graph, x) => {
    const whole = graph.weight('w', { type: 'int8', dims: [depth, columns], data: Int8Array.from(rowMajor()) })
    return graph.node('MatMul', [x, graph.node('DequantizeLinear', [whole, graph.weight('scale', floats([], [scale]))])])
  },
  int4: (graph, x) => {
    graph.useDomain('com.microsoft', 1)
    const packed = graph.weight('w', { type: 'uint8', dims: [columns, 1, depth / 2], data: Uint8Array.from(nibbles()) })
    const scales = graph.weight(
      'scales',
      floats(
        [columns],
        Array.from({ length: columns }, () => scale),
      ),
    )
    const shape = { K: depth, N: columns, bits: 4, block_size: depth }
    return graph.node('MatMulNBits', [x, packed, scales], shape, { domain: 'com.microsoft' })
  },
}

function rowMajor(): number[] {
  return Array.from({ length: depth * columns }, (_, index) => weightAt(Math.floor(index / columns), index % columns))
}

function scaledWeights(): number[] {
  return rowMajor().map((weight) => weight * scale)
}

/** Column after column, two to a byte, low nibble first, 8 standing for zero. */
function nibbles(): number[] {
  return Array.from({ length: (columns * depth) / 2 }, (_, index) => {
    const column = Math.floor((index * 2) / depth)
    const row = (index * 2) % depth
    return (weightAt(row, column) + 8) | ((weightAt(row + 1, column) + 8) << 4)
  })
}

function floats(dims: readonly number[], values: readonly number[]): Tensor {
  return { type: 'float32', dims, data: Float32Array.from(values) }
}

function halves(dims: readonly number[], values: readonly number[]): Tensor {
  return { type: 'float16', dims, data: Uint16Array.from(values, numberToFloat16) }
}
