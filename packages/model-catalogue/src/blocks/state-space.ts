import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { scan, zerosLike } from './scan.ts'

export interface CausalConvolutionOptions {
  readonly name: string
  readonly channels: number
  readonly kernel: number
  /** @default true */
  readonly bias?: boolean
}

/** Depthwise convolution over time that sees no later step: `[batch, length, channels]` keeps its shape. */
export function causalConvolution(
  context: GraphContext,
  x: Value,
  { name, channels, kernel, bias = true }: CausalConvolutionOptions,
): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const weights = [context.weight('weight', [channels, 1, kernel]), ...(bias ? [context.weight('bias', [channels])] : [])]
    const turned = graph.node('Transpose', [x], { perm: [0, 2, 1] })
    const convolved = graph.node('Conv', [turned, ...weights], { group: channels, kernel_shape: [kernel], pads: [kernel - 1, 0] })
    return graph.node('Transpose', [convolved], { perm: [0, 2, 1] })
  })
}

export interface SelectiveScanOptions {
  /** Inputs `[batch, length, channels]`. */
  readonly u: Value
  /** Step sizes, positive, `[batch, length, channels]`. */
  readonly delta: Value
  /** Continuous decay, negative, `[channels, state]`. */
  readonly a: Value
  /** `[batch, length, state]` */
  readonly b: Value
  /** `[batch, length, state]` */
  readonly c: Value
  readonly channels: number
  readonly state: number
}

/**
 * Mamba's selective scan: h ← exp(Δ·A)·h + Δ·B·u, y = C·h, with y `[batch, length, channels]` (Gu & Dao 2023, arXiv:2312.00752, §3.2, algorithm 2).
 * A recurrence of any length, not unrolled.
 */
export function selectiveScan(context: GraphContext, { u, delta, a, b, c, channels, state }: SelectiveScanOptions): Value {
  const { graph } = context
  const axes = (...values: number[]): Value => graph.constant('int64', values)
  const step = graph.node('Unsqueeze', [delta, axes(3)])
  const decay = graph.node('Exp', [graph.node('Mul', [step, a])])
  const driven = graph.node('Mul', [
    graph.node('Unsqueeze', [graph.node('Mul', [delta, u]), axes(3)]),
    graph.node('Unsqueeze', [b, axes(2)]),
  ])
  const last = axes(-1)
  return scan(context, {
    states: [{ value: zerosLike(context, u, [channels, state]), dims: ['batch', channels, state] }],
    inputs: [
      { value: decay, dims: ['batch', channels, state] },
      { value: driven, dims: ['batch', channels, state] },
      { value: graph.node('Unsqueeze', [c, axes(2)]), dims: ['batch', 1, state] },
    ],
    step: (body, [before], [decayNow, drivenNow, cNow]) => {
      const next = body.node('Add', [body.node('Mul', [decayNow!, before!]), drivenNow!])
      return { states: [next], output: body.node('ReduceSum', [body.node('Mul', [next, cNow!]), last], { keepdims: 0 }) }
    },
    outputDims: ['batch', channels],
  })
}

export interface StateSpaceDualOptions {
  /** Inputs `[batch, heads, length, headSize]`. */
  readonly x: Value
  /** Step sizes, positive, `[batch, length, heads]`. */
  readonly delta: Value
  /** Continuous decay, negative, `[heads]`. */
  readonly a: Value
  /** `[batch, heads, length, state]` */
  readonly b: Value
  /** `[batch, heads, length, state]` */
  readonly c: Value
}

/**
 * Mamba-2's recurrence in its dual, attention-like form: y = (L ∘ C·Bᵀ)·(Δ·x) with L the products of decays between two steps
 * (Dao & Gu 2024, arXiv:2405.21060, §3): `[batch, heads, length, headSize]`.
 */
export function stateSpaceDual(context: GraphContext, { x, delta, a, b, c }: StateSpaceDualOptions): Value {
  const { graph } = context
  const axes = (...values: number[]): Value => graph.constant('int64', values)
  const perHead = graph.node('Transpose', [delta], { perm: [0, 2, 1] })
  const decay = graph.node('Transpose', [graph.node('Mul', [delta, a])], { perm: [0, 2, 1] })
  const total = graph.node('CumSum', [decay, graph.constant('int64', 2)])
  const between = graph.node('Sub', [graph.node('Unsqueeze', [total, axes(3)]), graph.node('Unsqueeze', [total, axes(2)])])
  // decays are negative, so later minus earlier is too; the clip keeps the dropped half from overflowing
  const products = graph.node('Exp', [graph.node('Min', [between, graph.constant('float32', 0)])])
  const decays = graph.node('Trilu', [products], { upper: 0 })
  const scores = graph.node('MatMul', [c, graph.node('Transpose', [b], { perm: [0, 1, 3, 2] })])
  const driven = graph.node('Mul', [x, graph.node('Unsqueeze', [perHead, axes(3)])])
  return graph.node('MatMul', [graph.node('Mul', [scores, decays]), driven])
}

/** -exp(A_log), upstream's parametrisation of a negative decay. */
export function negativeDecay(context: GraphContext, dims: readonly number[], name = 'A_log'): Value {
  const { graph } = context
  return graph.node('Neg', [graph.node('Exp', [context.weight(name, dims, { mean: 0.5, std: 0.4 })])])
}

/** Zeroes the steps whose attention mask is 0: `[batch, length, size]` keeps its shape. */
export function maskSteps(context: GraphContext, x: Value, attentionMask: Value): Value {
  const { graph } = context
  return graph.node('Mul', [x, graph.node('Cast', [graph.node('Unsqueeze', [attentionMask, graph.constant('int64', [2])])], { to: 1 })])
}
