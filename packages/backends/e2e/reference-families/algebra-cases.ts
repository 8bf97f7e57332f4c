import { float } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import type { NodeCase } from './agreement.ts'
import { tensorOf } from './elementwise-cases.ts'
import { randomFloats, randomIntegers } from './random-tensor.ts'

const seeds = fc.nat(1_000_000)
const size = fc.integer({ min: 1, max: 5 })

/** Shapes of matrices with batches that broadcast, and of vectors. */
const products = fc.tuple(size, size, size, fc.nat(5)).map(([rows, inner, columns, form]) => {
  const forms: readonly (readonly [readonly number[], readonly number[]])[] = [
    [
      [rows, inner],
      [inner, columns],
    ],
    [
      [2, rows, inner],
      [inner, columns],
    ],
    [
      [3, 1, rows, inner],
      [2, inner, columns],
    ],
    [[inner], [inner, columns]],
    [[2, rows, inner], [inner]],
    [[inner], [inner]],
  ]
  return forms[form]!
})

export const matMulCases: fc.Arbitrary<NodeCase> = fc
  .tuple(products, fc.constantFrom('float32', 'float64', 'int32', 'int64'), seeds)
  .map(([[a, b], kind, seed]) => ({
    operator: 'MatMul',
    opset: 13,
    inputs: [tensorOf(kind, a, seed, -9, 9), tensorOf(kind, b, seed + 1, -9, 9)],
  }))

export const gemmCases: fc.Arbitrary<NodeCase> = fc
  .record({ m: size, k: size, n: size, transA: fc.nat(1), transB: fc.nat(1), form: fc.nat(4), seed: seeds })
  .map(({ m, k, n, transA, transB, form, seed }) => {
    const added = [null, [n], [m, 1], [m, n], []][form]!
    return {
      operator: 'Gemm',
      opset: 13,
      attributes: { transA, transB, alpha: float(0.5), beta: float(2) },
      inputs: [
        randomFloats(transA === 1 ? [k, m] : [m, k], seed),
        randomFloats(transB === 1 ? [n, k] : [k, n], seed + 1),
        ...(added === null ? [] : [randomFloats(added, seed + 2)]),
      ],
    }
  })

export const matMulIntegerCases: fc.Arbitrary<NodeCase> = fc
  .record({ m: size, k: size, n: size, zeros: fc.nat(2), seed: seeds })
  .map(({ m, k, n, zeros, seed }) => ({
    operator: 'MatMulInteger',
    opset: 10,
    inputs: [
      randomIntegers('uint8', [m, k], seed, 0, 255),
      randomIntegers('uint8', [k, n], seed + 1, 0, 255),
      ...(zeros > 0 ? [randomIntegers('uint8', [], seed + 2, 0, 255)] : []),
      ...(zeros > 1 ? [randomIntegers('uint8', [n], seed + 3, 0, 255)] : []),
    ],
  }))

export const detCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), seeds)
  .map(([rows, batch, seed]) => ({
    operator: 'Det',
    opset: 11,
    inputs: [randomFloats([...(batch ? [2] : []), rows, rows], seed)],
    tolerance: 1e-4,
  }))

/** Equations with the shapes of their inputs. */
const equations: readonly (readonly [string, readonly (readonly number[])[]])[] = [
  [
    'ij,jk->ik',
    [
      [2, 3],
      [3, 4],
    ],
  ],
  [
    'ij,jk',
    [
      [2, 3],
      [3, 4],
    ],
  ],
  [
    'bij,bjk->bik',
    [
      [2, 3, 4],
      [2, 4, 2],
    ],
  ],
  [
    '...ij,...jk->...ik',
    [
      [2, 3, 4],
      [1, 4, 2],
    ],
  ],
  ['ii->i', [[3, 3]]],
  ['ii', [[3, 3]]],
  ['ij->', [[2, 3]]],
  ['ij->ji', [[2, 3]]],
  ['i,j->ij', [[2], [3]]],
  ['i,i', [[3], [3]]],
  [
    'bhqd,bhkd->bhqk',
    [
      [2, 2, 3, 4],
      [2, 2, 5, 4],
    ],
  ],
  [
    'a b , b c -> a c',
    [
      [2, 3],
      [3, 2],
    ],
  ],
  [
    'ij,jk,kl->il',
    [
      [2, 3],
      [3, 2],
      [2, 4],
    ],
  ],
  ['...i->...', [[2, 3, 4]]],
]

export const einsumCases: fc.Arbitrary<NodeCase> = fc.tuple(fc.constantFrom(...equations), seeds).map(([[equation, shapes], seed]) => ({
  operator: 'Einsum',
  opset: 12,
  attributes: { equation },
  inputs: shapes.map((dims, index) => randomFloats(dims, seed + index)),
}))
