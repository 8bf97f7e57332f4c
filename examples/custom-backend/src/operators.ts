import { UnsupportedError } from '@vitest-hardware/backends'
import type { Tensor } from '@vitest-hardware/onnx-graph'

/** Computes one node's output from its inputs. */
export type Operator = (inputs: readonly Tensor[], axis: number) => Tensor

export const operators: Readonly<Record<string, Operator>> = {
  Add: elementwise((a, b) => a + b),
  Sub: elementwise((a, b) => a - b),
  Mul: elementwise((a, b) => a * b),
  Identity: ([x]) => x!,
  MatMul: ([a, b]) => matMul(a!, b!),
  Relu: ([x]) =>
    floats(
      x!.dims,
      Float32Array.from(valuesOf(x!), (value) => Math.max(0, value)),
    ),
  Size: ([x]) => ({ type: 'int64', dims: [], data: BigInt64Array.of(BigInt(sizeOf(x!.dims))) }),
  Softmax: ([x], axis) => softmax(x!, axis),
}

function elementwise(combine: (a: number, b: number) => number): Operator {
  return ([a, b]) => {
    const dims = broadcast(a!.dims, b!.dims)
    const left = strides(a!.dims, dims)
    const right = strides(b!.dims, dims)
    const [x, y] = [valuesOf(a!), valuesOf(b!)]
    return floats(
      dims,
      Float32Array.from({ length: sizeOf(dims) }, (_, index) => combine(x[offset(index, dims, left)]!, y[offset(index, dims, right)]!)),
    )
  }
}

function matMul(a: Tensor, b: Tensor): Tensor {
  const [rows, inner] = matrix(a)
  const [depth, columns] = matrix(b)
  if (inner !== depth) throw new Error(`MatMul of [${a.dims.join(', ')}] and [${b.dims.join(', ')}]`)
  const [x, y] = [valuesOf(a), valuesOf(b)]
  const product = new Float32Array(rows * columns)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let sum = 0
      for (let k = 0; k < inner; k += 1) sum += x[row * inner + k]! * y[k * columns + column]!
      product[row * columns + column] = sum
    }
  return floats([rows, columns], product)
}

function softmax(x: Tensor, axis: number): Tensor {
  if ((axis + x.dims.length) % x.dims.length !== x.dims.length - 1)
    throw new UnsupportedError(`Softmax over axis ${axis}: only the last one is there`)
  const width = x.dims.at(-1)!
  const values = Float32Array.from(valuesOf(x))
  for (let start = 0; start < values.length; start += width) {
    const row = values.subarray(start, start + width)
    const largest = Math.max(...row)
    const powers = Array.from(row, (value) => Math.exp(value - largest))
    const sum = powers.reduce((total, power) => total + power, 0)
    row.set(powers.map((power) => power / sum))
  }
  return floats(x.dims, values)
}

/** ONNX's rule: dimensions are aligned at the end, and one of size 1 stretches. */
function broadcast(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => {
    const [left, right] = [a.at(index - Math.max(a.length, b.length)) ?? 1, b.at(index - Math.max(a.length, b.length)) ?? 1]
    if (left !== right && left !== 1 && right !== 1) throw new Error(`[${a.join(', ')}] and [${b.join(', ')}] do not broadcast`)
    return left === 1 ? right : left
  })
}

function strides(own: readonly number[], dims: readonly number[]): number[] {
  let step = 1
  return dims
    .map((_, index) => own[index - (dims.length - own.length)] ?? 1)
    .reverse()
    .map((size) => {
      const stride = size === 1 ? 0 : step
      step *= size
      return stride
    })
    .reverse()
}

function offset(index: number, dims: readonly number[], steps: readonly number[]): number {
  let rest = index
  let at = 0
  for (let axis = dims.length - 1; axis >= 0; axis -= 1) {
    at += (rest % dims[axis]!) * steps[axis]!
    rest = Math.floor(rest / dims[axis]!)
  }
  return at
}

function matrix({ dims }: Tensor): [number, number] {
  if (dims.length !== 2) throw new UnsupportedError(`MatMul takes matrices, got [${dims.join(', ')}]`)
  return [dims[0]!, dims[1]!]
}

function valuesOf(tensor: Tensor): Float32Array {
  if (tensor.data instanceof Float32Array) return tensor.data
  throw new UnsupportedError(`there is no arithmetic of ${tensor.type}`)
}

function sizeOf(dims: readonly number[]): number {
  return dims.reduce((product, size) => product * size, 1)
}

function floats(dims: readonly number[], data: Float32Array): Tensor {
  return { type: 'float32', dims, data }
}
