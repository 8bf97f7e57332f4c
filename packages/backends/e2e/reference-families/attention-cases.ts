import fc from 'fast-check'
import { float, type Tensor } from '@vitest-hardware/onnx-graph'
import type { NodeCase } from './agreement.ts'
import { int64s, randomBooleans, randomFloats, randomIntegers } from './random-tensor.ts'

const size = fc.integer({ min: 1, max: 4 })
const seeds = fc.nat(1_000_000)

export const attentionCases: fc.Arbitrary<NodeCase> = fc
  .record({
    batch: fc.integer({ min: 1, max: 2 }),
    kvHeads: fc.integer({ min: 1, max: 2 }),
    perHead: fc.integer({ min: 1, max: 3 }),
    queries: size,
    keys: size,
    past: fc.nat(3),
    head: fc.constantFrom(2, 4, 8),
    valueHead: fc.constantFrom(2, 4, 8),
    flat: fc.boolean(),
    mask: fc.constantFrom('none', 'bool', 'float', 'head', 'batch'),
    causal: fc.nat(1),
    softcap: fc.constantFrom(0, 2),
    scale: fc.constantFrom(null, 0.3),
    mode: fc.nat(3),
    lengths: fc.boolean(),
    opset: fc.constantFrom(23, 24),
    seed: seeds,
  })
  .map(
    ({
      batch,
      kvHeads,
      perHead,
      queries,
      keys: declared,
      past,
      head,
      valueHead,
      flat,
      mask,
      causal,
      softcap,
      scale,
      mode,
      lengths,
      opset,
      seed,
    }) => {
      // onnxruntime places the queries at the end of all keys; the specification at the end of the past
      const keys = causal === 1 && past > 0 ? queries : declared
      const heads = kvHeads * perHead
      const shape = (count: number, length: number, width: number): readonly number[] =>
        flat ? [batch, length, count * width] : [batch, count, length, width]
      const total = past + keys
      const valid =
        lengths && opset === 24 && past === 0 ? int64s([...(randomIntegers('int32', [batch], seed + 6, 1, keys).data as Int32Array)]) : null
      const masks: Readonly<Record<typeof mask, Tensor | null>> = {
        none: null,
        bool: randomBooleans([queries, total], seed + 5),
        float: randomFloats([queries, total], seed + 5),
        head: randomFloats([1, heads, queries, total], seed + 5),
        batch: randomFloats([batch, 1, queries, total], seed + 5),
      }
      return {
        operator: 'Attention',
        opset,
        outputs: past > 0 ? 4 : 1,
        inputs: [
          randomFloats(shape(heads, queries, head), seed),
          randomFloats(shape(kvHeads, keys, head), seed + 1),
          randomFloats(shape(kvHeads, keys, valueHead), seed + 2),
          masks[mask],
          past > 0 ? randomFloats([batch, kvHeads, past, head], seed + 3) : null,
          past > 0 ? randomFloats([batch, kvHeads, past, valueHead], seed + 4) : null,
          ...(valid === null ? [] : [valid]),
        ],
        attributes: {
          ...(flat && { q_num_heads: heads, kv_num_heads: kvHeads }),
          is_causal: causal,
          softcap: float(softcap),
          ...(scale !== null && { scale: float(scale) }),
          // hidden keys are -∞ in the scores with bias; onnxruntime shows the lowest float there
          qk_matmul_output_mode: mode === 2 && (causal === 1 || mask === 'bool') ? 0 : mode,
        },
      }
    },
  )

export const rotaryEmbeddingCases: fc.Arbitrary<NodeCase> = fc
  .record({
    batch: size,
    heads: size,
    length: size,
    half: fc.integer({ min: 1, max: 4 }),
    rest: fc.constantFrom(0, 2),
    flat: fc.boolean(),
    interleaved: fc.nat(1),
    positions: fc.boolean(),
    seed: seeds,
  })
  .map(({ batch, heads, length, half, rest, flat, interleaved, positions, seed }) => {
    const width = 2 * half + rest
    const cache = positions ? [8, half] : [batch, length, half]
    const places = randomIntegers('int32', [batch * length], seed + 3, 0, 7)
    return {
      operator: 'RotaryEmbedding',
      opset: 23,
      inputs: [
        randomFloats(flat ? [batch, length, heads * width] : [batch, heads, length, width], seed),
        randomFloats(cache, seed + 1),
        randomFloats(cache, seed + 2),
        positions ? int64s([...(places.data as Int32Array)], [batch, length]) : null,
      ],
      attributes: { interleaved, ...((flat || rest > 0) && { num_heads: heads }), rotary_embedding_dim: rest > 0 ? 2 * half : 0 },
    }
  })
