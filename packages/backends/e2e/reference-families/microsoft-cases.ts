import fc from 'fast-check'
import type { NodeCase } from './agreement.ts'
import { randomFloats, randomIntegers } from './random-tensor.ts'

const seeds = fc.nat(1_000_000)
const domain = 'com.microsoft'

export const matMulNBitsCases: fc.Arbitrary<NodeCase> = fc
  .record({
    bits: fc.constantFrom(2, 4, 8),
    rows: fc.integer({ min: 1, max: 3 }),
    columns: fc.integer({ min: 1, max: 5 }),
    blocks: fc.integer({ min: 1, max: 3 }),
    blockSize: fc.constantFrom(16, 32),
    zeros: fc.boolean(),
    seed: seeds,
  })
  .map(({ bits, rows, columns, blocks, blockSize, zeros, seed }) => {
    const depth = blocks * blockSize
    return {
      operator: 'MatMulNBits',
      domain,
      opset: 21,
      attributes: { K: depth, N: columns, bits, block_size: blockSize },
      inputs: [
        randomFloats([rows, depth], seed),
        randomIntegers('uint8', [columns, blocks, (blockSize * bits) / 8], seed + 1, 0, 255),
        randomFloats([columns * blocks], seed + 2, 0.1, 2),
        ...(zeros ? [randomIntegers('uint8', [columns * Math.ceil((blocks * bits) / 8)], seed + 3, 0, 255)] : []),
      ],
    }
  })

export const microsoftActivationCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.constantFrom('Gelu', 'FastGelu', 'BiasGelu', 'QuickGelu'), fc.integer({ min: 1, max: 9 }), fc.boolean(), seeds)
  .map(([operator, size, bias, seed]) => ({
    operator,
    domain,
    opset: 21,
    inputs: [
      randomFloats([2, size], seed, -4, 4),
      ...(operator === 'BiasGelu' || (operator === 'FastGelu' && bias) ? [randomFloats([size], seed + 1)] : []),
    ],
  }))
