import type { Value } from '@vitest-hardware/onnx-graph'
import { type Activation } from '../blocks/activation.ts'
import { attention, cachedAttention, type KeyValueCache } from '../blocks/attention.ts'
import { causalMask, paddingMask } from '../blocks/attention-mask.ts'
import { feedForward, gatedFeedForward } from '../blocks/feed-forward.ts'
import { rmsNorm } from '../blocks/norm.ts'
import { relativePositionBias } from '../blocks/relative-position-bias.ts'
import type { GraphContext } from '../graph-context.ts'

/** T5's layers (Raffel et al. 2020, arXiv:1910.10683, §2.1) as data, for models that put them behind or before other parts. */
export interface BucketedStackSpec {
  readonly size: number
  readonly heads: number
  readonly headSize: number
  readonly innerSize: number
  readonly layers: number
  readonly buckets: number
  readonly maxDistance: number
  readonly activation: Activation
  /** Two inner projections, one of them a gate. @default false */
  readonly gated?: boolean
}

const names = { query: 'q', key: 'k', value: 'v', output: 'o' }
const epsilon = 1e-6

/** No projection has a bias and the scores are not scaled. */
const attends = ({ size, heads, headSize }: BucketedStackSpec) => ({ size, heads, headSize, names, bias: false, scale: 1 }) as const

const norm = (context: GraphContext, x: Value, { size }: BucketedStackSpec, name: string): Value =>
  rmsNorm(context, x, { name, size, epsilon })

function distanceBias(
  context: GraphContext,
  { heads, buckets, maxDistance }: BucketedStackSpec,
  options: { readonly bidirectional: boolean; readonly queries: Value; readonly pastKeys?: Value | undefined },
): Value {
  return context.graph.scope('block.0.layer.0.SelfAttention', () =>
    relativePositionBias(context, { name: 'relative_attention_bias', heads, buckets, maxDistance, ...options }),
  )
}

function part(context: GraphContext, x: Value, spec: BucketedStackSpec, index: number, body: (normal: Value) => Value): Value {
  return context.graph.scope(`layer.${index}`, () => context.graph.node('Add', [x, body(norm(context, x, spec, 'layer_norm'))]))
}

function network(context: GraphContext, x: Value, { size, innerSize, activation, gated = false }: BucketedStackSpec): Value {
  const options = { size, innerSize, activation, bias: false } as const
  return context.graph.scope('DenseReluDense', () =>
    gated
      ? gatedFeedForward(context, x, { names: { gate: 'wi_0', up: 'wi_1', down: 'wo' }, ...options })
      : feedForward(context, x, { names: { up: 'wi', down: 'wo' }, ...options }),
  )
}

/** Both ways, by relative position: `[batch, length, size]` keeps its shape; in the current scope. */
export function bucketedEncoder(context: GraphContext, embedded: Value, mask: Value, spec: BucketedStackSpec): Value {
  const { graph } = context
  const biases = [distanceBias(context, spec, { bidirectional: true, queries: embedded }), paddingMask(context, mask)]
  let x = embedded
  for (let block = 0; block < spec.layers; block++) {
    x = graph.scope(`block.${block}`, () => {
      const attended = part(context, x, spec, 0, (normal) =>
        graph.scope('SelfAttention', () => attention(context, normal, { ...attends(spec), biases })),
      )
      return part(context, attended, spec, 1, (normal) => network(context, normal, spec))
    })
  }
  return norm(context, x, spec, 'final_layer_norm')
}

export interface BucketedDecoderInputs {
  readonly embedded: Value
  readonly source: Value
  readonly sourceMask: Value | undefined
  readonly past: readonly KeyValueCache[]
}

/** From left to right, with attention to an encoder; in the current scope. */
export function bucketedDecoder(
  context: GraphContext,
  { embedded, source, sourceMask, past }: BucketedDecoderInputs,
  spec: BucketedStackSpec,
): { readonly hidden: Value; readonly present: readonly KeyValueCache[] } {
  const { graph } = context
  const pastKeys = past[0]?.key
  const biases = [
    distanceBias(context, spec, { bidirectional: false, queries: embedded, pastKeys }),
    causalMask(context, { queries: embedded, pastKeys }),
  ]
  const crossBiases = sourceMask === undefined ? [] : [paddingMask(context, sourceMask)]
  const present: KeyValueCache[] = []
  let x = embedded
  for (let block = 0; block < spec.layers; block++) {
    x = graph.scope(`block.${block}`, () => {
      const cached = past[block]
      const attended = part(context, x, spec, 0, (normal) =>
        graph.scope('SelfAttention', () => {
          const self = cachedAttention(context, normal, { ...attends(spec), biases, ...(cached ? { past: cached } : {}) })
          present.push(self.present)
          return self.output
        }),
      )
      const heard = part(context, attended, spec, 1, (normal) =>
        graph.scope('EncDecAttention', () => attention(context, normal, { ...attends(spec), source, biases: crossBiases })),
      )
      return part(context, heard, spec, 2, (normal) => network(context, normal, spec))
    })
  }
  return { hidden: norm(context, x, spec, 'final_layer_norm'), present }
}
