import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate, type Activation } from './activation.ts'
import { add, halves, multiply, padAxis, scaled, swapLast } from './arithmetic.ts'
import { batchNorm } from './batch-norm.ts'
import { convolution } from './convolution.ts'
import { feedForward } from './feed-forward.ts'
import { layerNorm } from './norm.ts'
import { maskSteps } from './state-space.ts'

/** Upstream's module names within a layer. */
export interface ConformerNames {
  readonly norms: {
    readonly first: string
    readonly attention: string
    readonly convolution: string
    readonly second: string
    readonly last: string
  }
  readonly feedForwards: readonly [string, string]
  readonly layers: { readonly up: string; readonly down: string }
  readonly attention: string
  readonly convolution: string
  /** Of the norm behind the depthwise convolution. */
  readonly depthwiseNorm: string
}

/** wav2vec 2.0's Conformer and what follows it. */
export const wav2vecConformerNames: ConformerNames = {
  norms: {
    first: 'ffn1_layer_norm',
    attention: 'self_attn_layer_norm',
    convolution: 'conv_module.layer_norm',
    second: 'ffn2_layer_norm',
    last: 'final_layer_norm',
  },
  feedForwards: ['ffn1', 'ffn2'],
  layers: { up: 'intermediate_dense', down: 'output_dense' },
  attention: 'self_attn',
  convolution: 'conv_module',
  depthwiseNorm: 'batch_norm',
}

/** NeMo's FastConformer and what follows it. */
export const fastConformerNames: ConformerNames = {
  norms: {
    first: 'norm_feed_forward1',
    attention: 'norm_self_att',
    convolution: 'norm_conv',
    second: 'norm_feed_forward2',
    last: 'norm_out',
  },
  feedForwards: ['feed_forward1', 'feed_forward2'],
  layers: { up: 'linear1', down: 'linear2' },
  attention: 'self_attn',
  convolution: 'conv',
  depthwiseNorm: 'norm',
}

export interface ConformerSpec {
  readonly size: number
  readonly innerSize: number
  readonly kernel: number
  readonly names: ConformerNames
  /** @default 'silu' */
  readonly activation?: Activation
  readonly epsilon?: number
  /** Behind the depthwise convolution. @default 'batch' */
  readonly depthwiseNorm?: 'batch' | 'layer'
  /** Whether the depthwise convolution sees no later frame. @default false */
  readonly causal?: boolean
  /** Of pointwise and depthwise convolutions. @default false */
  readonly convolutionBias?: boolean
  /** Of the feed-forward layers. @default true */
  readonly feedForwardBias?: boolean
  /** Of the norms. @default true */
  readonly normBias?: boolean
  /** Weights of the feed-forward residual's two parts. @default [1, 0.5] */
  readonly halfStep?: readonly [number, number]
  /** Weights of the convolution residual's two parts. @default [1, 1] */
  readonly convolutionStep?: readonly [number, number]
  /** int64 `[batch, length]`: masked frames are zero before they are convolved. @default none is masked */
  readonly mask?: Value
}

/**
 * A Conformer layer: half a feed-forward, attention, convolution, half a feed-forward, norm (Gulati et al. 2020, arXiv:2005.08100, §2.4):
 * `[batch, length, size]` keeps its shape. `attend` is called in attention's scope.
 */
export function conformerLayer(context: GraphContext, x: Value, spec: ConformerSpec, attend: (normal: Value) => Value): Value {
  const { graph } = context
  const { size, names, epsilon = 1e-5, halfStep = [1, 0.5], convolutionStep = [1, 1], feedForwardBias = true, normBias = true } = spec
  const norm = (value: Value, name: string): Value => layerNorm(context, value, { name, size, epsilon, bias: normBias })
  const half = (value: Value, which: 0 | 1): Value => {
    const fed = graph.scope(names.feedForwards[which], () =>
      feedForward(context, norm(value, which === 0 ? names.norms.first : names.norms.second), {
        names: names.layers,
        size,
        innerSize: spec.innerSize,
        activation: spec.activation ?? 'silu',
        bias: feedForwardBias,
      }),
    )
    return add(context, scaled(context, value, halfStep[0]), scaled(context, fed, halfStep[1]))
  }
  const first = half(x, 0)
  const attended = add(
    context,
    first,
    graph.scope(names.attention, () => attend(norm(first, names.norms.attention))),
  )
  const convolved = convolutionModule(context, visible(context, norm(attended, names.norms.convolution), spec.mask), spec)
  const second = half(add(context, scaled(context, attended, convolutionStep[0]), scaled(context, convolved, convolutionStep[1])), 1)
  return norm(second, names.norms.last)
}

function visible(context: GraphContext, x: Value, mask: Value | undefined): Value {
  return mask === undefined ? x : maskSteps(context, x, mask)
}

/** Pointwise convolution, gated linear unit, depthwise convolution, norm, activation, pointwise convolution (arXiv:2005.08100, §2.2). */
export function convolutionModule(context: GraphContext, x: Value, spec: ConformerSpec): Value {
  const { graph } = context
  const { size, kernel, names, causal = false, convolutionBias: bias = false, epsilon = 1e-5 } = spec
  return graph.scope(names.convolution, () => {
    const wide = convolution(context, swapLast(context, x), {
      name: 'pointwise_conv1',
      inputChannels: size,
      outputChannels: 2 * size,
      kernel: [1],
      bias,
    })
    const [values, gates] = halves(context, wide, 1)
    const gated = multiply(context, values, graph.node('Sigmoid', [gates]))
    const sides = causal ? [kernel - 1, 0] : [Math.floor((kernel - 1) / 2), Math.ceil((kernel - 1) / 2)]
    const padded = padAxis(context, gated, { rank: 3, axis: 2, before: sides[0]!, after: sides[1]! })
    const deep = convolution(context, padded, {
      name: 'depthwise_conv',
      inputChannels: size,
      outputChannels: size,
      kernel: [kernel],
      groups: size,
      bias,
    })
    const normal =
      spec.depthwiseNorm === 'layer'
        ? swapLast(context, layerNorm(context, swapLast(context, deep), { name: names.depthwiseNorm, size, epsilon }))
        : batchNorm(context, deep, { name: names.depthwiseNorm, size, epsilon })
    const active = activate(context, normal, spec.activation ?? 'silu')
    return swapLast(
      context,
      convolution(context, active, { name: 'pointwise_conv2', inputChannels: size, outputChannels: size, kernel: [1], bias }),
    )
  })
}
