import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../blocks/activation.ts'
import { add, cut, halves, multiply, reshape, scaled } from '../blocks/arithmetic.ts'
import { mergeHeads, repeatHeads, splitHeads } from '../blocks/attention.ts'
import { linear } from '../blocks/linear.ts'
import { rmsNorm } from '../blocks/norm.ts'
import { plainRmsNorm } from '../blocks/norm-kind.ts'
import { causalConvolution, maskSteps, negativeDecay, selectiveScan, stateSpaceDual } from '../blocks/state-space.ts'
import type { GraphContext } from '../graph-context.ts'

export interface SelectiveMixerSpec {
  readonly size: number
  readonly inner: number
  readonly state: number
  readonly rank: number
  readonly kernel: number
  readonly bias?: boolean
  /** Norms of step, B and C: with weights (Jamba), or without (Falcon Mamba). @default none */
  readonly parameterNorm?: 'weighted' | 'plain'
  readonly epsilon: number
}

/** Mamba's mixer (Gu & Dao 2023, arXiv:2312.00752, figure 3) and what its kin put into it: `[batch, length, size]` keeps its shape. */
export function selectiveMixer(context: GraphContext, x: Value, mask: Value, spec: SelectiveMixerSpec): Value {
  const { size, inner, state, rank, kernel, bias = false, epsilon } = spec
  const [hidden, gate] = halves(context, linear(context, x, { name: 'in_proj', inputSize: size, outputSize: 2 * inner, bias }))
  const convolved = causalConvolution(context, maskSteps(context, hidden, mask), { name: 'conv1d', channels: inner, kernel })
  const u = maskSteps(context, activate(context, convolved, 'silu'), mask)
  const parameters = linear(context, u, { name: 'x_proj', inputSize: inner, outputSize: rank + 2 * state, bias: false })
  const normed = cut(context, parameters, [rank, state, state]).map((part, index) => {
    if (spec.parameterNorm === undefined) return part
    if (spec.parameterNorm === 'plain') return plainRmsNorm(context, part, epsilon)
    return rmsNorm(context, part, {
      name: ['dt_layernorm', 'b_layernorm', 'c_layernorm'][index]!,
      size: index === 0 ? rank : state,
      epsilon,
    })
  })
  const [step, b, c] = normed as [Value, Value, Value]
  const delta = activate(context, linear(context, step, { name: 'dt_proj', inputSize: rank, outputSize: inner }), 'softplus')
  const scanned = selectiveScan(context, { u, delta, a: negativeDecay(context, [inner, state]), b, c, channels: inner, state })
  const skipped = add(context, scanned, multiply(context, u, context.weight('D', [inner], { mean: 1, std: 0.2 })))
  const gated = multiply(context, skipped, activate(context, gate, 'silu'))
  return linear(context, gated, { name: 'out_proj', inputSize: inner, outputSize: size, bias })
}

export interface DualMixerSpec {
  readonly size: number
  readonly heads: number
  readonly headSize: number
  readonly groups: number
  readonly state: number
  readonly kernel: number
  readonly bias?: boolean
  /** Of the norm behind the recurrence: `whole` over all channels, `grouped` over those of each group, `none`. */
  readonly norm: 'whole' | 'grouped' | 'none'
  readonly epsilon: number
  /** Factors on the input and on gate, values, B, C and step (Falcon-H1). @default none */
  readonly multipliers?: { readonly input: number; readonly parts: readonly [number, number, number, number, number] }
}

/** Mamba-2's mixer (Dao & Gu 2024, arXiv:2405.21060, §7.1) as hybrids have it: `[batch, length, size]` keeps its shape. */
export function dualMixer(context: GraphContext, x: Value, mask: Value, spec: DualMixerSpec): Value {
  const { graph } = context
  const { size, heads, headSize, groups, state, kernel, bias = false, epsilon, multipliers } = spec
  const inner = heads * headSize
  const shared = groups * state
  const convolved = inner + 2 * shared
  const input = scaled(context, maskSteps(context, x, mask), multipliers?.input ?? 1)
  const projected = linear(context, input, { name: 'in_proj', inputSize: size, outputSize: inner + convolved + heads, bias })
  const [gate, mixed, step] = cut(context, multipliers ? tuned(context, projected, multipliers.parts, spec) : projected, [
    inner,
    convolved,
    heads,
  ]) as [Value, Value, Value]
  const active = activate(context, causalConvolution(context, mixed, { name: 'conv1d', channels: convolved, kernel }), 'silu')
  const [hidden, b, c] = cut(context, maskSteps(context, active, mask), [inner, shared, shared]) as [Value, Value, Value]
  const perHead = (value: Value): Value => repeatHeads(context, splitHeads(context, value, groups, state), heads, groups, state)
  const delta = activate(context, add(context, step, context.weight('dt_bias', [heads])), 'softplus')
  const u = splitHeads(context, hidden, heads, headSize)
  const scanned = stateSpaceDual(context, { x: u, delta, a: negativeDecay(context, [heads]), b: perHead(b), c: perHead(c) })
  const skip = graph.node('Unsqueeze', [context.weight('D', [heads], { mean: 1, std: 0.2 }), graph.constant('int64', [1, 2])])
  const merged = mergeHeads(context, add(context, scanned, multiply(context, u, skip)), inner)
  const gated = multiply(context, merged, activate(context, gate, 'silu'))
  return linear(context, normed(context, gated, spec, inner, epsilon), { name: 'out_proj', inputSize: inner, outputSize: size, bias })
}

function normed(context: GraphContext, x: Value, { norm, groups }: DualMixerSpec, inner: number, epsilon: number): Value {
  if (norm === 'none') return x
  if (norm === 'whole') return rmsNorm(context, x, { name: 'norm', size: inner, epsilon })
  const grouped = plainRmsNorm(context, reshape(context, x, [0, 0, groups, inner / groups]), epsilon)
  return context.graph.scope('norm', () =>
    multiply(context, reshape(context, grouped, [0, 0, inner]), context.weight('weight', [inner], { mean: 1 })),
  )
}

/** Falcon-H1's vector of multipliers, constant over each part of the projection. */
function tuned(
  context: GraphContext,
  projected: Value,
  parts: readonly number[],
  { heads, headSize, groups, state }: DualMixerSpec,
): Value {
  const sizes = [heads * headSize, heads * headSize, groups * state, groups * state, heads]
  const vector = sizes.flatMap((size, index) => Array.from({ length: size }, () => parts[index]!))
  return multiply(
    context,
    projected,
    context.fixed('mup_vector', { type: 'float32', dims: [vector.length], data: Float32Array.from(vector) }),
  )
}
