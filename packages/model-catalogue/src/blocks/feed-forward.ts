import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate, type Activation } from './activation.ts'
import { linear } from './linear.ts'

export interface FeedForwardOptions {
  /** Upstream's module names of the two layers, each relative to the scope. */
  readonly names: { readonly up: string; readonly down: string }
  readonly size: number
  readonly innerSize: number
  readonly activation: Activation
  /** @default true */
  readonly bias?: boolean
}

/** `down(activation(up(x)))`: `[…, size] → […, size]` (Vaswani et al. 2017, arXiv:1706.03762, §3.3). */
export function feedForward(
  context: GraphContext,
  x: Value,
  { names, size, innerSize, activation, bias = true }: FeedForwardOptions,
): Value {
  const inner = activate(context, linear(context, x, { name: names.up, inputSize: size, outputSize: innerSize, bias }), activation)
  return linear(context, inner, { name: names.down, inputSize: innerSize, outputSize: size, bias })
}

export interface GatedFeedForwardOptions extends Omit<FeedForwardOptions, 'names'> {
  /** @default Llama's `gate_proj`, `up_proj`, `down_proj` */
  readonly names?: { readonly gate: string; readonly up: string; readonly down: string }
}

/** `down(activation(gate(x)) · up(x))`: `[…, size] → […, size]`, SwiGLU or GeGLU by the activation (Shazeer 2020, arXiv:2002.05202). */
export function gatedFeedForward(
  context: GraphContext,
  x: Value,
  { names = { gate: 'gate_proj', up: 'up_proj', down: 'down_proj' }, size, innerSize, activation, bias = false }: GatedFeedForwardOptions,
): Value {
  const gate = activate(context, linear(context, x, { name: names.gate, inputSize: size, outputSize: innerSize, bias }), activation)
  const up = linear(context, x, { name: names.up, inputSize: size, outputSize: innerSize, bias })
  return linear(context, context.graph.node('Mul', [gate, up]), { name: names.down, inputSize: innerSize, outputSize: size, bias })
}
