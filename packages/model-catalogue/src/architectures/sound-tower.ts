import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../blocks/activation.ts'
import { add, slice, swapLast } from '../blocks/arithmetic.ts'
import { attention } from '../blocks/attention.ts'
import { paddingMask } from '../blocks/attention-mask.ts'
import { convolution } from '../blocks/convolution.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { layerNorm } from '../blocks/norm.ts'
import { positionRange, sinusoids } from '../blocks/position.ts'
import { anglesOf, rotate } from '../blocks/rotary-layout.ts'
import type { GraphContext } from '../graph-context.ts'

/** Whisper's encoder and its kin (Radford et al. 2022, arXiv:2212.04356, §2.2) as data. */
export interface SoundTowerSpec {
  readonly size: number
  readonly heads: number
  readonly innerSize: number
  readonly layers: number
  readonly melBins: number
  /** Of the spectrogram; the second convolution halves them. */
  readonly frames: number
  /** Sinusoids that are added, or rotation of this share of each head. */
  readonly positions: 'sinusoids' | { readonly rotated: number }
  /** Module names of a layer's norms, of its output projection, of its network and of the final norm. @default Whisper's */
  readonly names?: SoundTowerNames
  /** Frames that are averaged to one before the final norm. @default 1 */
  readonly pool?: number
}

export interface SoundTowerNames {
  readonly norms: readonly [attention: string, feedForward: string]
  readonly output: string
  /** Scope of the two layers of the network; empty for none. */
  readonly network: string
  readonly finalNorm: string
}

const whisperNames: SoundTowerNames = {
  norms: ['self_attn_layer_norm', 'final_layer_norm'],
  output: 'out_proj',
  network: '',
  finalNorm: 'layer_norm',
}

/** Hidden states `[batch, frames / 2 / pool, size]` of a spectrogram `[batch, melBins, frames]`; `mask` int64 `[batch, frames]` hides what is padding. */
export function soundTower(context: GraphContext, features: Value, spec: SoundTowerSpec, mask?: Value): Value {
  const { graph } = context
  const { size, melBins, frames, names = whisperNames, pool = 1, positions } = spec
  const norm = (x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })
  const sides = { outputChannels: size, kernel: [3], padding: 1 }
  const first = activate(context, convolution(context, features, { name: 'conv1', inputChannels: melBins, ...sides }), 'gelu')
  const second = activate(context, convolution(context, first, { name: 'conv2', inputChannels: size, stride: 2, ...sides }), 'gelu')
  let x = swapLast(context, second)
  if (positions === 'sinusoids') {
    const table = { type: 'float32', dims: [frames / 2, size], data: sinusoids(frames / 2, size) } as const
    x = add(
      context,
      x,
      graph.scope('embed_positions', () => context.fixed('weight', table)),
    )
  }
  const turn = positions === 'sinusoids' ? undefined : rotation(context, x, positions.rotated, size / spec.heads)
  // every second frame is a token of the layers
  const biases = mask === undefined ? [] : [paddingMask(context, slice(context, mask, 1, 0, Number.MAX_SAFE_INTEGER, 2))]
  for (let layer = 0; layer < spec.layers; layer++) {
    x = graph.scope(`layers.${layer}`, () => {
      const attended = graph.scope('self_attn', () =>
        attention(context, norm(x, names.norms[0]), {
          size,
          heads: spec.heads,
          names: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: names.output },
          bias: { query: true, key: false, value: true, output: true },
          biases,
          ...(turn ? { headNorm: turn } : {}),
        }),
      )
      const middle = add(context, x, attended)
      const options = { names: { up: 'fc1', down: 'fc2' }, size, innerSize: spec.innerSize, activation: 'gelu' } as const
      const feed = (): Value => feedForward(context, norm(middle, names.norms[1]), options)
      return add(context, middle, names.network === '' ? feed() : graph.scope(names.network, feed))
    })
  }
  return norm(pool === 1 ? x : averaged(context, x, pool), names.finalNorm)
}

/** Rotation in place of a norm of queries and keys, which attention calls at the same point. */
function rotation(context: GraphContext, x: Value, rotated: number, headSize: number): (heads: Value) => Value {
  const spec = { size: rotated, maxPositions: 64 }
  const angles = anglesOf(context, positionRange(context, x), spec)
  return (heads) => rotate(context, heads, angles, spec, headSize)
}

function averaged(context: GraphContext, x: Value, pool: number): Value {
  return swapLast(context, context.graph.node('AveragePool', [swapLast(context, x)], { kernel_shape: [pool], strides: [pool] }))
}
