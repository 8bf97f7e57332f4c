import type { Value } from '@vitest-hardware/onnx-graph'
import {
  type CrossDecoderSpec,
  type CrossEncoder,
  crossHiddenGraph,
  fairseqNames,
  recognitionGraphs,
} from '../../architectures/cross-decoder.ts'
import { add, multiply, reshape, swapLast } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { causalMask, length } from '../../blocks/attention-mask.ts'
import { batchNorm } from '../../blocks/batch-norm.ts'
import { convolution } from '../../blocks/convolution.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { positionRange, sinusoids } from '../../blocks/position.ts'
import { distanceKeyAttention } from '../../blocks/relative-attention.ts'
import { convolutionalPositions, waveformEncoder } from '../../blocks/waveform.ts'
import { audioPreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, encoderSequence, idsInput } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { waveformConfig } from './speech-type.ts'

const size = 32
const heads = 4
const layers = 2
const innerSize = 64
const reach = 16
const melBins = 16
const reduction = 2
const speakerSize = 24
const unitSize = 16
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })

function sinusoidTable(context: GraphContext, x: Value, offset: number): Value {
  const table = context.fixed('weights', { type: 'float32', dims: [512, size], data: sinusoids(512, size) })
  return context.graph.node('Gather', [table, positionRange(context, x, offset)], { axis: 0 })
}

/** wav2vec 2.0's encoder of samples, with convolutional and sinusoidal positions. */
function hear(context: GraphContext, samples: Value): Value {
  const { graph } = context
  return graph.scope('prenet', () => {
    const options = { channels: waveformConfig.conv_dim, kernels: waveformConfig.conv_kernel, strides: waveformConfig.conv_stride }
    const channels = waveformConfig.conv_dim.at(-1)!
    const encoded = graph.scope('feature_encoder', () => waveformEncoder(context, samples, options))
    const frames = graph.scope('feature_projection', () =>
      linear(context, layerNorm(context, swapLast(context, encoded), { name: 'layer_norm', size: channels, epsilon: 1e-5 }), {
        name: 'projection',
        inputSize: channels,
        outputSize: size,
      }),
    )
    const placed = add(
      context,
      frames,
      graph.scope('pos_conv_embed', () => convolutionalPositions(context, frames, { size, kernel: 16, groups: 4 })),
    )
    return add(
      context,
      placed,
      graph.scope('pos_sinusoidal_embed', () => sinusoidTable(context, frames, 2)),
    )
  })
}

/** Positions times a learned factor, for text and for speech that is written. */
function scaledPositions(context: GraphContext, x: Value): Value {
  return context.graph.scope('encode_positions', () =>
    add(context, x, multiply(context, context.weight('alpha', [1], { mean: 1 }), sinusoidTable(context, x, 0))),
  )
}

/** Post-norm layers whose scores add query · embedding of the distance, one table for all (Ao et al. 2022, arXiv:2110.07205, §2.2). */
function encode(context: GraphContext, embedded: Value): Value {
  const { graph } = context
  return graph.scope('wrapped_encoder', () => {
    const table = graph.scope('embed_positions.pe_k', () => context.weight('weight', [2 * reach, size / heads], { std: 1 }))
    let x = norm(context, embedded, 'layer_norm')
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const options = { size, heads, behind: reach, ahead: reach - 1, names: fairseqNames.attention, table }
        const attended = norm(
          context,
          add(
            context,
            x,
            graph.scope('attention', () => distanceKeyAttention(context, x, options)),
          ),
          'layer_norm',
        )
        const names = { up: 'intermediate_dense', down: 'output_dense' }
        const fed = graph.scope('feed_forward', () => feedForward(context, attended, { names, size, innerSize, activation: 'gelu' }))
        return norm(context, add(context, attended, fed), 'final_layer_norm')
      })
    }
    return x
  })
}

const speechEncoder: CrossEncoder = (context) => {
  const samples = context.graph.input('input_values', 'float32', [batch, 'num_samples'])
  const hidden = context.graph.scope('speecht5.encoder', () => encode(context, hear(context, samples)))
  return { hidden, mask: undefined, hiddenLength: 'num_frames' }
}

const decoder: CrossDecoderSpec = {
  body: 'speecht5.decoder.wrapped_decoder',
  vocabulary: vocabularySize,
  size,
  layers,
  heads,
  innerSize,
  activation: 'gelu',
  names: { ...fairseqNames, feedForward: { scope: 'feed_forward', up: 'intermediate_dense', down: 'output_dense' }, finalNorm: null },
  norms: 'behind',
  positions: { kind: 'sinusoidal', count: 256, offset: 2 },
}

/** Frames so far and a speaker's vector become what the decoder reads; upstream's dropout, which is never off, is left out. */
function speakerPrenet(context: GraphContext, frames: Value, speaker: Value): Value {
  const { graph } = context
  return graph.scope('speech_decoder_prenet', () => {
    const first = graph.node('Relu', [linear(context, frames, { name: 'layers.0', inputSize: melBins, outputSize: unitSize })])
    const second = graph.node('Relu', [linear(context, first, { name: 'layers.1', inputSize: unitSize, outputSize: unitSize })])
    const placed = scaledPositions(context, linear(context, second, { name: 'final_layer', inputSize: unitSize, outputSize: size }))
    const unit = graph.node('LpNormalization', [speaker], { axis: 1, p: 2 })
    const wide = graph.node('Expand', [
      reshape(context, unit, [0, 1, speakerSize]),
      graph.node(
        'Concat',
        [
          graph.constant('int64', [1]),
          graph.node('Unsqueeze', [length(context, frames), graph.constant('int64', [0])]),
          graph.constant('int64', [1]),
        ],
        { axis: 0 },
      ),
    ])
    const joined = graph.node('Concat', [placed, wide], { axis: -1 })
    return graph.node('Relu', [linear(context, joined, { name: 'speaker_embeds_layer', inputSize: size + speakerSize, outputSize: size })])
  })
}

/** A spectrogram from decoded frames: several at once, refined by convolutions (Tacotron 2's postnet, arXiv:1712.05884, §2.2). */
function postnet(context: GraphContext, hidden: Value): { readonly spectrogram: Value; readonly stop: Value } {
  const { graph } = context
  return graph.scope('speech_decoder_postnet', () => {
    const raw = reshape(context, linear(context, hidden, { name: 'feat_out', inputSize: size, outputSize: melBins * reduction }), [
      0,
      -1,
      melBins,
    ])
    const stop = reshape(context, linear(context, hidden, { name: 'prob_out', inputSize: size, outputSize: reduction }), [0, -1])
    const refined = [0, 1, 2].reduce(
      (x, index) => {
        const [inputChannels, outputChannels] = [index === 0 ? melBins : unitSize, index === 2 ? melBins : unitSize]
        return graph.scope(`layers.${index}`, () => {
          const convolved = convolution(context, x, { name: 'conv', inputChannels, outputChannels, kernel: [5], padding: 2, bias: false })
          const normal = batchNorm(context, convolved, { name: 'batch_norm', size: outputChannels, epsilon: 1e-5 })
          return index === 2 ? normal : graph.node('Tanh', [normal])
        })
      },
      swapLast(context, raw),
    )
    return { spectrogram: add(context, raw, swapLast(context, refined)), stop }
  })
}

function buildSpeech(context: GraphContext): void {
  const { graph } = context
  const ids = idsInput(context, 'input_ids', encoderSequence)
  const frames = graph.input('decoder_input_values', 'float32', [batch, 'decoder_frames', melBins])
  const speaker = graph.input('speaker_embeddings', 'float32', [batch, speakerSize])
  const encoderHidden = graph.scope('speecht5.encoder', () => {
    const embedded = graph.scope('prenet', () =>
      scaledPositions(context, embedding(context, { name: 'embed_tokens', count: vocabularySize, size }).lookup(ids)),
    )
    return encode(context, embedded)
  })
  const hidden = graph.scope('speecht5.decoder', () => {
    let x = graph.scope('prenet', () => speakerPrenet(context, frames, speaker))
    const biases = [causalMask(context, { queries: frames })]
    return graph.scope('wrapped_decoder', () => {
      const names = fairseqNames.attention
      for (let layer = 0; layer < layers; layer++) {
        x = graph.scope(`layers.${layer}`, () => {
          const self = graph.scope('self_attn', () => attention(context, x, { size, heads, names, biases }))
          const attended = norm(context, add(context, x, self), 'self_attn_layer_norm')
          const cross = graph.scope('encoder_attn', () => attention(context, attended, { size, heads, names, source: encoderHidden }))
          const heard = norm(context, add(context, attended, cross), 'encoder_attn_layer_norm')
          const options = { names: { up: 'intermediate_dense', down: 'output_dense' }, size, innerSize, activation: 'gelu' } as const
          return norm(
            context,
            add(
              context,
              heard,
              graph.scope('feed_forward', () => feedForward(context, heard, options)),
            ),
            'final_layer_norm',
          )
        })
      }
      return x
    })
  })
  const { spectrogram, stop } = postnet(context, hidden)
  graph.output('spectrogram', spectrogram, 'float32', [batch, 'spectrogram_frames', melBins])
  graph.output('stop_logits', stop, 'float32', [batch, 'spectrogram_frames'])
}

const config = {
  ...waveformConfig,
  model_type: 'speecht5',
  architectures: ['SpeechT5ForSpeechToText'],
  encoder_layers: layers,
  encoder_attention_heads: heads,
  encoder_ffn_dim: innerSize,
  decoder_layers: layers,
  decoder_attention_heads: heads,
  decoder_ffn_dim: innerSize,
  positional_dropout: 0,
  encoder_max_relative_position: reach,
  num_mel_bins: melBins,
  reduction_factor: reduction,
  speaker_embedding_dim: speakerSize,
  speech_decoder_prenet_layers: 2,
  speech_decoder_prenet_units: unitSize,
  speech_decoder_postnet_layers: 3,
  speech_decoder_postnet_units: unitSize,
  speech_decoder_postnet_kernel: 5,
  max_text_positions: 256,
  is_encoder_decoder: true,
  decoder_start_token_id: 2,
} as const

export const modelTypes: readonly ModelType[] = [
  {
    type: 'speecht5',
    tasks: ['automatic-speech-recognition', 'feature-extraction', 'text-to-audio'],
    config,
    preprocessor: { kind: 'audio', extractorClass: 'SpeechT5FeatureExtractor', tokenizer: 'LlamaTokenizer' },
    graphs: recognitionGraphs(speechEncoder, { ...decoder, head: 'text_decoder_postnet.lm_head' }),
    heads: {
      'feature-extraction': { architecture: 'SpeechT5Model', graphs: [crossHiddenGraph(speechEncoder, decoder)] },
      'text-to-audio': { architecture: 'SpeechT5ForTextToSpeech', graphs: [{ name: 'model', build: buildSpeech }] },
    },
    files: {
      'preprocessor_config.json': audioPreprocessor({
        type: 'SpeechT5FeatureExtractor',
        processorClass: 'SpeechT5Processor',
        extra: { feature_size: 1, num_mel_bins: melBins, do_normalize: false },
      }),
    },
    transformersJs: null,
    note: 'one pair of encoder and decoder between prenets and postnets of text and of speech; Transformers.js has its speech synthesis alone, as graphs with caches',
  },
]
