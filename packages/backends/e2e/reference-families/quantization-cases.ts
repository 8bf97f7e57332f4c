import fc from 'fast-check'
import type { Tensor } from '@vitest-hardware/onnx-graph'
import type { NodeCase } from './agreement.ts'
import { floats, randomFloats, randomIntegers, sizeOf, type SmallInteger } from './random-tensor.ts'

const size = fc.integer({ min: 1, max: 5 })
const seeds = fc.nat(1_000_000)
const ranges: Readonly<Record<'int8' | 'uint8' | 'int16' | 'uint16', readonly [number, number]>> = {
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  uint16: [0, 65535],
}
type Quantized = keyof typeof ranges & SmallInteger
const types = fc.constantFrom<Quantized[]>('int8', 'uint8', 'int16', 'uint16')
const bytes = fc.constantFrom<Quantized[]>('int8', 'uint8')

function codes(type: Quantized, dims: readonly number[], seed: number): Tensor {
  return randomIntegers(type, dims, seed, ...ranges[type])
}

/** Dimensions of a scale: of the whole tensor, of an axis, or of blocks along it. */
function scaleDims(dims: readonly number[], axis: number, granularity: string, block: number): readonly number[] {
  if (granularity === 'tensor') return []
  if (granularity === 'axis') return [dims[axis]!]
  return dims.map((one, index) => (index === axis ? Math.ceil(one / block) : one))
}

const linear = fc
  .record({
    dims: fc.array(size, { minLength: 2, maxLength: 4 }),
    granularity: fc.constantFrom('tensor', 'axis', 'block'),
    axis: fc.nat(3),
    block: fc.integer({ min: 1, max: 4 }),
    type: types,
    zero: fc.boolean(),
    seed: seeds,
  })
  .map(({ dims, axis: any, granularity, block: wanted, type, zero, seed }) => {
    const axis = any % dims.length
    const block = Math.min(wanted, dims[axis]!)
    return {
      dims,
      type,
      seed,
      scale: randomFloats(scaleDims(dims, axis, granularity, block), seed + 1, 0.001, 0.05),
      zeroPoint: zero ? codes(type, scaleDims(dims, axis, granularity, block), seed + 2) : null,
      attributes: granularity === 'tensor' ? {} : granularity === 'axis' ? { axis } : { axis, block_size: block },
    }
  })

export const quantizeLinearCases: fc.Arbitrary<NodeCase> = linear.map(({ dims, type, seed, scale, zeroPoint, attributes }) => ({
  operator: 'QuantizeLinear',
  opset: 21,
  inputs: [randomFloats(dims, seed, -3, 3), scale, zeroPoint ?? codes(type, scale.dims, seed + 2)],
  attributes,
}))

export const dequantizeLinearCases: fc.Arbitrary<NodeCase> = linear.map(({ dims, type, seed, scale, zeroPoint, attributes }) => ({
  operator: 'DequantizeLinear',
  opset: 21,
  inputs: [codes(type, dims, seed), scale, ...(zeroPoint === null ? [] : [zeroPoint])],
  attributes,
}))

export const dynamicQuantizeLinearCases: fc.Arbitrary<NodeCase> = fc
  .record({ dims: fc.array(size, { minLength: 1, maxLength: 3 }), low: fc.constantFrom(-1, 0.5, -3), seed: seeds })
  .map(({ dims, low, seed }) => ({ operator: 'DynamicQuantizeLinear', opset: 11, outputs: 3, inputs: [randomFloats(dims, seed, low, 2)] }))

const single = (value: number): Tensor => floats([], [value])

export const qLinearMatMulCases: fc.Arbitrary<NodeCase> = fc
  .record({ batch: fc.array(size, { maxLength: 2 }), rows: size, inner: size, columns: size, type: bytes, seed: seeds })
  .map(({ batch, rows, inner, columns, type, seed }) => ({
    operator: 'QLinearMatMul',
    opset: 10,
    inputs: [
      codes(type, [...batch, rows, inner], seed),
      single(0.02),
      codes(type, [], seed + 1),
      codes(type, [...batch, inner, columns], seed + 2),
      single(0.03),
      codes(type, [], seed + 3),
      single(0.1),
      codes(type, [], seed + 4),
    ],
  }))

const convolution = fc.record({
  groups: fc.integer({ min: 1, max: 2 }),
  inGroup: size,
  outGroup: size,
  input: fc.integer({ min: 3, max: 6 }),
  kernel: fc.integer({ min: 1, max: 3 }),
  stride: fc.integer({ min: 1, max: 2 }),
  pad: fc.nat(1),
  type: bytes,
  seed: seeds,
})

export const qLinearConvCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape: convolution, bias: fc.boolean(), perChannel: fc.boolean() })
  .map(({ shape: { groups, inGroup, outGroup, input, kernel, stride, pad, type, seed }, bias, perChannel }) => {
    const filters = groups * outGroup
    const scaleShape = perChannel ? [filters] : []
    return {
      operator: 'QLinearConv',
      opset: 10,
      inputs: [
        codes(type, [1, groups * inGroup, input, input], seed),
        single(0.02),
        codes(type, [], seed + 1),
        codes(type, [filters, inGroup, kernel, kernel], seed + 2),
        floats(
          scaleShape,
          Array.from({ length: sizeOf(scaleShape) }, (_, index) => 0.01 + index / 64),
        ),
        // one zero point for all filters, as onnxruntime wants it
        type === 'int8'
          ? randomIntegers(type, scaleShape, seed, 0, 0)
          : { type, dims: scaleShape, data: new Uint8Array(sizeOf(scaleShape)).fill(128) },
        single(0.3),
        codes(type, [], seed + 4),
        ...(bias ? [randomIntegers('int32', [filters], seed + 5, -1000, 1000)] : []),
      ],
      attributes: { group: groups, strides: [stride, stride], pads: [pad, pad, pad, pad] },
    }
  })

export const convIntegerCases: fc.Arbitrary<NodeCase> = convolution.map(
  ({ groups, inGroup, outGroup, input, kernel, stride, pad, seed }) => ({
    operator: 'ConvInteger',
    opset: 10,
    inputs: [
      codes('uint8', [2, groups * inGroup, input, input], seed),
      codes('uint8', [groups * outGroup, inGroup, kernel, kernel], seed + 1),
      codes('uint8', [], seed + 2),
      codes('uint8', [], seed + 3),
    ],
    attributes: { group: groups, strides: [stride, stride], pads: [pad, pad, pad, pad] },
  }),
)
