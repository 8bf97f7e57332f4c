import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../blocks/activation.ts'
import { activate } from '../blocks/activation.ts'
import { add, swapLast } from '../blocks/arithmetic.ts'
import { attention } from '../blocks/attention.ts'
import { type ConformerSpec, conformerLayer } from '../blocks/conformer.ts'
import { convolution } from '../blocks/convolution.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm, plainLayerNorm } from '../blocks/norm.ts'
import { convolutionalPositions, waveformEncoder, type WaveformEncoderOptions } from '../blocks/waveform.ts'
import type { GraphContext } from '../graph-context.ts'
import { batch } from '../graphs/text-inputs.ts'
import type { SoundFeatures } from '../heads/audio.ts'

/** What attends in a layer; called in the scope `attention`. */
export type SoundAttention = (context: GraphContext, x: Value, layer: number) => Value

/** A speech encoder of wav2vec 2.0's kin as data; sizes in elements. */
export interface SpeechEncoderSpec {
  /** Upstream's module name of the body. */
  readonly body: string
  readonly size: number
  readonly layers: number
  readonly heads: number
  readonly innerSize: number
  readonly activation: Activation
  readonly epsilon: number
  readonly waveform: WaveformEncoderOptions
  /** Whether encoded frames are normalised before they are projected. @default true */
  readonly projectionNorm?: boolean
  /** `before`: a stack of norms in front of each sublayer and one at the end (upstream's `do_stable_layer_norm`). @default 'behind' */
  readonly norms?: 'behind' | 'before'
  /** `stack`: plain convolutions with norms and GELU, `layers` of them (data2vec). @default a single convolution */
  readonly positions: { readonly kernel: number; readonly groups: number; readonly stack?: number } | null
  /** @default plain attention */
  readonly attend?: SoundAttention
  /** Of layers that are Conformers. */
  readonly conformer?: ConformerSpec
  /** Called with what the first layer reads and what each layer gives (upstream's `hidden_states`). */
  readonly seen?: (x: Value) => void
}

const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }

/** wav2vec 2.0 (Baevski et al. 2020, arXiv:2006.11477) and its kin: `input_values` to one vector for each frame. */
export function speechEncoder(context: GraphContext, spec: SpeechEncoderSpec): SoundFeatures {
  const samples = context.graph.input('input_values', 'float32', [batch, 'num_samples'])
  return { hidden: encodeSpeech(context, samples, spec), size: spec.size }
}

/** {@link speechEncoder} over samples that are given: `[batch, samples] → [batch, frames, size]`. */
export function encodeSpeech(context: GraphContext, samples: Value, spec: SpeechEncoderSpec): Value {
  return context.graph.scope(spec.body, () => {
    const frames = projectedFrames(context, samples, spec)
    return context.graph.scope('encoder', () => soundLayers(context, frames, spec))
  })
}

/** `[batch, samples] → [batch, frames, size]`. */
function projectedFrames(context: GraphContext, samples: Value, spec: SpeechEncoderSpec): Value {
  const { graph } = context
  const encoded = graph.scope('feature_extractor', () => waveformEncoder(context, samples, spec.waveform))
  const channels = spec.waveform.channels.at(-1)!
  return graph.scope('feature_projection', () => {
    const frames = swapLast(context, encoded)
    const normal =
      (spec.projectionNorm ?? true) ? layerNorm(context, frames, { name: 'layer_norm', size: channels, epsilon: spec.epsilon }) : frames
    return linear(context, normal, { name: 'projection', inputSize: channels, outputSize: spec.size })
  })
}

/** Positions, norm, layers. */
export function soundLayers(context: GraphContext, frames: Value, spec: SpeechEncoderSpec): Value {
  const { graph } = context
  const { size, epsilon, positions, norms = 'behind' } = spec
  const norm = (value: Value): Value => layerNorm(context, value, { name: 'layer_norm', size, epsilon })
  const placed =
    positions === null
      ? frames
      : add(
          context,
          frames,
          graph.scope('pos_conv_embed', () => placeFrames(context, frames, { size, ...positions })),
        )
  let x = norms === 'behind' && spec.conformer === undefined ? norm(placed) : placed
  spec.seen?.(x)
  for (let layer = 0; layer < spec.layers; layer++) {
    x = graph.scope(`layers.${layer}`, () => soundLayer(context, x, spec, layer))
    spec.seen?.(x)
  }
  return norms === 'before' || spec.conformer !== undefined ? norm(x) : x
}

function placeFrames(
  context: GraphContext,
  frames: Value,
  { size, kernel, groups, stack }: { size: number; kernel: number; groups: number; stack?: number },
): Value {
  if (stack === undefined) return convolutionalPositions(context, frames, { size, kernel, groups })
  let x = swapLast(context, frames)
  for (let index = 0; index < stack; index++) {
    x = context.graph.scope(`layers.${index}`, () => {
      const options = { name: 'conv', inputChannels: size, outputChannels: size, kernel: [kernel], padding: Math.floor(kernel / 2), groups }
      const convolved = swapLast(context, convolution(context, x, options))
      return activate(context, swapLast(context, plainLayerNorm(context, convolved, { size, epsilon: 1e-5 })), 'gelu')
    })
  }
  return swapLast(context, x)
}

/** One layer; `[batch, frames, size]` keeps its shape. */
function soundLayer(context: GraphContext, x: Value, spec: SpeechEncoderSpec, layer: number): Value {
  const { graph } = context
  const { size, epsilon, heads } = spec
  const attend = spec.attend ?? ((_, value) => attention(context, value, { size, heads, names }))
  if (spec.conformer) return conformerLayer(context, x, spec.conformer, (normal) => attend(context, normal, layer))
  const norm = (value: Value, name: string): Value => layerNorm(context, value, { name, size, epsilon })
  const attended = (value: Value): Value => graph.scope('attention', () => attend(context, value, layer))
  const fed = (value: Value): Value =>
    graph.scope('feed_forward', () =>
      feedForward(context, value, {
        names: { up: 'intermediate_dense', down: 'output_dense' },
        size,
        innerSize: spec.innerSize,
        activation: spec.activation,
      }),
    )
  if (spec.norms === 'before') {
    const middle = add(context, x, attended(norm(x, 'layer_norm')))
    return add(context, middle, fed(norm(middle, 'final_layer_norm')))
  }
  const middle = norm(add(context, x, attended(x)), 'layer_norm')
  return norm(add(context, middle, fed(middle)), 'final_layer_norm')
}
