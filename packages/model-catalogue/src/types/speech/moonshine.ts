import type { Value } from '@vitest-hardware/onnx-graph'
import { type CrossDecoderSpec, type CrossEncoder, moonshineNames } from '../../architectures/cross-decoder.ts'
import { activate } from '../../blocks/activation.ts'
import { add, multiply, swapLast } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { localMask } from '../../blocks/attention-mask.ts'
import { convolution } from '../../blocks/convolution.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { groupNorm, layerNorm, plainLayerNorm } from '../../blocks/norm.ts'
import { positionRange } from '../../blocks/position.ts'
import { anglesOf, rotate, type RotarySpec } from '../../blocks/rotary-layout.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { decoderBase, heads, headSize, innerSize, layers, recognitionType, shape, size } from './recognition-type.ts'

const rotary: RotarySpec = { size: 6, layout: 'interleaved' }

/** A layer of Moonshine's encoders: pre-norm, without biases in attention. */
function moonshineLayer(
  context: GraphContext,
  x: Value,
  norm: (y: Value, name: string) => Value,
  options: { readonly biases?: readonly Value[]; readonly turn?: (y: Value) => Value },
): Value {
  const { graph } = context
  const { biases = [], turn } = options
  const attended = graph.scope('self_attn', () =>
    attention(context, norm(x, 'input_layernorm'), { size, heads, bias: false, biases, ...(turn ? { headNorm: turn } : {}) }),
  )
  const middle = add(context, x, attended)
  const fed = graph.scope('mlp', () =>
    feedForward(context, norm(middle, 'post_attention_layernorm'), {
      names: { up: 'fc1', down: 'fc2' },
      size,
      innerSize,
      activation: 'gelu',
    }),
  )
  return add(context, middle, fed)
}

/** Jeffries et al. 2024, arXiv:2410.15608, §3.1: three convolutions over the samples, and rotary positions. */
const moonshineEncoder: CrossEncoder = (context) => {
  const { graph } = context
  const samples = graph.input('input_values', 'float32', [batch, 'num_samples'])
  const hidden = graph.scope('model.encoder', () => {
    const mono = graph.node('Unsqueeze', [samples, graph.constant('int64', [1])])
    const first = graph.node('Tanh', [
      convolution(context, mono, { name: 'conv1', inputChannels: 1, outputChannels: size, kernel: [31], stride: 16, bias: false }),
    ])
    const normal = groupNorm(context, first, { name: 'groupnorm', size, groups: 1, epsilon: 1e-5, spatialAxes: 1 })
    const second = activate(
      context,
      convolution(context, normal, { name: 'conv2', inputChannels: size, outputChannels: 2 * size, kernel: [7], stride: 3 }),
      'gelu',
    )
    const third = activate(
      context,
      convolution(context, second, { name: 'conv3', inputChannels: 2 * size, outputChannels: size, kernel: [3], stride: 2 }),
      'gelu',
    )
    let x = swapLast(context, third)
    const angles = anglesOf(context, positionRange(context, x), rotary)
    const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size, epsilon: 1e-5, bias: false })
    const turn = (y: Value): Value => rotate(context, y, angles, rotary, headSize)
    for (let layer = 0; layer < layers; layer++) x = graph.scope(`layers.${layer}`, () => moonshineLayer(context, x, norm, { turn }))
    return norm(x, 'layer_norm')
  })
  return { hidden, mask: undefined, hiddenLength: 'num_frames' }
}

const moonshineDecoder: CrossDecoderSpec = {
  ...decoderBase,
  body: 'model.decoder',
  activation: 'silu',
  gated: true,
  names: moonshineNames,
  norms: 'before',
  normBias: false,
  bias: false,
  positions: { kind: 'rotary', rotary },
}

const frameLength = 80
/** Frames of the waveform, compressed by an inverse hyperbolic sine, causal convolutions, windows of attention and no positions. */
const streamingEncoder: CrossEncoder = (context) => {
  const { graph } = context
  const samples = graph.input('input_values', 'float32', [batch, 'num_samples'])
  const hidden = graph.scope('model.encoder', () => {
    const gammaNorm = (y: Value, name: string): Value =>
      graph.scope(name, () => {
        const gamma = graph.node('Add', [context.weight('gamma', [size]), graph.constant('float32', 1)])
        return multiply(context, plainLayerNorm(context, y, { size, epsilon: 1e-5 }), gamma)
      })
    let x = graph.scope('embedder', () => {
      const frames = graph.node('Reshape', [samples, graph.constant('int64', [0, -1, frameLength])])
      const steady = plainLayerNorm(context, frames, { size: frameLength, epsilon: 1e-6 })
      const compressed = graph.node('Asinh', [
        multiply(context, graph.node('Exp', [context.weight('comp.log_k', [], { mean: -0.29, std: 0.05 })]), steady),
      ])
      const wide = activate(
        context,
        linear(context, compressed, { name: 'linear', inputSize: frameLength, outputSize: size, bias: false }),
        'silu',
      )
      const causal = (y: Value, name: string, inputChannels: number, outputChannels: number): Value =>
        convolution(context, graph.node('Pad', [y, graph.constant('int64', [0, 0, 4, 0, 0, 0])]), {
          name,
          inputChannels,
          outputChannels,
          kernel: [5],
          stride: 2,
        })
      const first = activate(context, causal(swapLast(context, wide), 'conv1', size, 2 * size), 'silu')
      return swapLast(context, causal(first, 'conv2', 2 * size, size))
    })
    const ones = graph.node('Expand', [graph.constant('int64', 1), graph.node('Shape', [x], { start: 0, end: 2 })])
    const biases = [localMask(context, ones, 3)]
    for (let layer = 0; layer < layers; layer++) x = graph.scope(`layers.${layer}`, () => moonshineLayer(context, x, gammaNorm, { biases }))
    return gammaNorm(x, 'final_norm')
  })
  return { hidden, mask: undefined, hiddenLength: 'num_frames' }
}

/** Learned places that a decoder adds to what it hears. */
const placedBridge = (context: GraphContext, hidden: Value): Value =>
  context.graph.scope('pos_emb', () =>
    add(
      context,
      hidden,
      context.graph.node('Gather', [context.weight('weight', [512, size], { std: 0.5 }), positionRange(context, hidden)], { axis: 0 }),
    ),
  )

const moonshineConfig = {
  hidden_size: size,
  intermediate_size: innerSize,
  encoder_num_hidden_layers: layers,
  decoder_num_hidden_layers: layers,
  encoder_num_attention_heads: heads,
  decoder_num_attention_heads: heads,
  encoder_hidden_act: 'gelu',
  decoder_hidden_act: 'silu',
  max_position_embeddings: 512,
  partial_rotary_factor: 0.75,
  attention_bias: false,
  decoder_start_token_id: 1,
  bos_token_id: 1,
  eos_token_id: 2,
}
const waveforms = { type: 'Wav2Vec2FeatureExtractor', processor: 'Wav2Vec2Processor', fields: { feature_size: 1, do_normalize: false } }
const untried = 'not tried with Transformers.js'

export const modelTypes: readonly ModelType[] = [
  recognitionType({
    type: 'moonshine',
    prefix: 'Moonshine',
    config: moonshineConfig,
    encoder: moonshineEncoder,
    decoder: moonshineDecoder,
    extractor: waveforms,
    note: `a first stride of 16 samples where upstream has 64; ${untried}`,
  }),
  recognitionType({
    type: 'moonshine_streaming',
    prefix: 'MoonshineStreaming',
    config: {
      ...moonshineConfig,
      hidden_act: 'silu',
      encoder_config: {
        model_type: 'moonshine_streaming_encoder',
        ...shape,
        hidden_act: 'gelu',
        sliding_windows: [
          [4, 4],
          [4, 4],
        ],
        frame_ms: 5,
        sample_rate: 16_000,
      },
    },
    encoder: streamingEncoder,
    decoder: { ...moonshineDecoder, bridge: placedBridge, head: 'proj_out' },
    extractor: waveforms,
    note: `frames of 80 samples, windows of attention, places added by the decoder; ${untried}`,
  }),
]
