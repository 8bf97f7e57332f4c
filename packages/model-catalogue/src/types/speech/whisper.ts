import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { attention, cachedAttention, type KeyValueCache } from '../../blocks/attention.ts'
import { causalMask, length } from '../../blocks/attention-mask.ts'
import { convolution } from '../../blocks/convolution.ts'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions, positionRange, sinusoids } from '../../blocks/position.ts'
import { audioPreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type DecoderInputs, sequenceToSequence } from '../../graphs/sequence-to-sequence.ts'
import { batch, decoderSequence, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { soundLabels } from '../../heads/audio.ts'
import { meanOfTokens } from '../../heads/vision.ts'
import { type GraphFile, type ModelType, vocabularySize } from '../../model-type.ts'

/** The tiny vocabulary ends with the seven special tokens of upstream's, in upstream's order. */
const endOfText = vocabularySize - 7
const startOfTranscript = endOfText + 1

const config = {
  model_type: 'whisper',
  architectures: ['WhisperForConditionalGeneration'],
  vocab_size: vocabularySize,
  num_mel_bins: 80,
  d_model: 32,
  encoder_layers: 2,
  encoder_attention_heads: 4,
  encoder_ffn_dim: 64,
  decoder_layers: 2,
  decoder_attention_heads: 4,
  decoder_ffn_dim: 64,
  num_hidden_layers: 2,
  max_source_positions: 50,
  max_target_positions: 64,
  activation_function: 'gelu',
  scale_embedding: false,
  dropout: 0,
  init_std: 0.02,
  is_encoder_decoder: true,
  use_cache: true,
  bos_token_id: endOfText,
  eos_token_id: endOfText,
  pad_token_id: endOfText,
  decoder_start_token_id: startOfTranscript,
} as const

const { d_model: size, num_mel_bins: melBins, max_source_positions: sourceLength } = config
/** Width of the vectors that are classified. */
const classifierSize = 16
/** The second convolution halves the frames. */
const frames = 2 * sourceLength
const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }
const bias = { query: true, key: false, value: true, output: true }
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })

/** Norm, layer, residual. */
function preNorm(context: GraphContext, x: Value, name: string, body: (normal: Value) => Value): Value {
  return context.graph.node('Add', [body(norm(context, x, name)), x])
}

function feedForwardLayer(context: GraphContext, x: Value, innerSize: number): Value {
  const options = { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation: config.activation_function }
  return preNorm(context, x, 'final_layer_norm', (normal) => feedForward(context, normal, options))
}

function encode(context: GraphContext) {
  const { graph } = context
  const features = graph.input('input_features', 'float32', [batch, melBins, frames])
  const hidden = graph.scope('model.encoder', () => {
    const sizes = { outputChannels: size, kernel: [3], padding: 1 }
    const first = activate(context, convolution(context, features, { name: 'conv1', inputChannels: melBins, ...sizes }), 'gelu')
    const second = activate(context, convolution(context, first, { name: 'conv2', inputChannels: size, stride: 2, ...sizes }), 'gelu')
    const positions = graph.scope('embed_positions', () =>
      context.fixed('weight', { type: 'float32', dims: [sourceLength, size], data: sinusoids(sourceLength, size) }),
    )
    let x = graph.node('Add', [graph.node('Transpose', [second], { perm: [0, 2, 1] }), positions])
    for (let layer = 0; layer < config.encoder_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = preNorm(context, x, 'self_attn_layer_norm', (normal) =>
          graph.scope('self_attn', () => attention(context, normal, { size, heads: config.encoder_attention_heads, names, bias })),
        )
        return feedForwardLayer(context, attended, config.encoder_ffn_dim)
      })
    }
    return norm(context, x, 'layer_norm')
  })
  return { hidden, mask: undefined, hiddenLength: sourceLength }
}

/** The decoder; without `encoderHidden` a language model of its own, as `WhisperForCausalLM` is. */
function decodeText(context: GraphContext, { ids, encoderHidden, past = [] }: Partial<DecoderInputs> & Pick<DecoderInputs, 'ids'>) {
  const { graph } = context
  const heads = config.decoder_attention_heads
  const present: KeyValueCache[] = []
  return graph.scope('model.decoder', () => {
    const pastKeys = past[0]?.key
    const biases = [causalMask(context, { queries: ids, pastKeys })]
    // smaller than elsewhere, so that what is heard weighs against the tied head's preference for the token just read
    const tokens = embedding(context, { name: 'embed_tokens', count: config.vocab_size, size, std: 0.25 })
    const positions = positionRange(context, ids, pastKeys === undefined ? 0 : length(context, pastKeys, 2))
    let x = graph.node('Add', [
      tokens.lookup(ids),
      learnedPositions(context, { name: 'embed_positions', count: config.max_target_positions, size, positions }),
    ])
    for (let layer = 0; layer < config.decoder_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = preNorm(context, x, 'self_attn_layer_norm', (normal) => {
          const self = graph.scope('self_attn', () =>
            cachedAttention(context, normal, { size, heads, names, bias, biases, ...(past[layer] ? { past: past[layer] } : {}) }),
          )
          present.push(self.present)
          return self.output
        })
        if (encoderHidden === undefined) return feedForwardLayer(context, attended, config.decoder_ffn_dim)
        const heard = preNorm(context, attended, 'encoder_attn_layer_norm', (normal) =>
          graph.scope('encoder_attn', () => attention(context, normal, { size, heads, names, bias, source: encoderHidden })),
        )
        return feedForwardLayer(context, heard, config.decoder_ffn_dim)
      })
    }
    return { hidden: norm(context, x, 'layer_norm'), words: tokens.weight, present }
  })
}

function decode(context: GraphContext, inputs: DecoderInputs) {
  const { hidden, words, present } = decodeText(context, inputs)
  return { logits: context.graph.scope('model.decoder', () => tiedHead(context, hidden, words)), present }
}

function bare(context: GraphContext): void {
  const { hidden: encoderHidden } = encode(context)
  const ids = idsInput(context, 'decoder_input_ids', decoderSequence)
  context.graph.output('last_hidden_state', decodeText(context, { ids, encoderHidden }).hidden, 'float32', [batch, decoderSequence, size])
  context.graph.output('encoder_last_hidden_state', encoderHidden, 'float32', [batch, sourceLength, size])
}

function languageModel(context: GraphContext): void {
  const { hidden, words } = decodeText(context, { ids: idsInput(context, 'input_ids') })
  context.graph.output('logits', tiedHead(context, hidden, words), 'float32', [batch, sequence, config.vocab_size])
}

/** The encoder's frames, projected and averaged (upstream's `WhisperForAudioClassification`). */
function classifySound(context: GraphContext): void {
  const { hidden } = encode(context)
  const projected = linear(context, hidden, { name: 'projector', inputSize: size, outputSize: classifierSize })
  const scores = linear(context, meanOfTokens(context, projected), {
    name: 'classifier',
    inputSize: classifierSize,
    outputSize: soundLabels,
  })
  context.graph.output('logits', scores, 'float32', [batch, soundLabels])
}

/** What upstream's multilingual models generate by; without timestamps, for which the tiny vocabulary has no tokens. */
const generationConfig = {
  bos_token_id: config.bos_token_id,
  eos_token_id: config.eos_token_id,
  pad_token_id: config.pad_token_id,
  decoder_start_token_id: startOfTranscript,
  is_multilingual: true,
  lang_to_id: { '<|en|>': startOfTranscript + 1 },
  task_to_id: { translate: startOfTranscript + 2, transcribe: startOfTranscript + 3 },
  prev_sot_token_id: startOfTranscript + 4,
  no_timestamps_token_id: startOfTranscript + 5,
  max_length: config.max_target_positions,
  return_timestamps: false,
} as const

/** Samples between two frames, as upstream's extractor has it. */
const hop = 160

const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]

export const modelTypes: readonly ModelType[] = [
  {
    type: 'whisper',
    tasks: ['automatic-speech-recognition', 'feature-extraction', 'text-generation', 'audio-classification'],
    config,
    preprocessor: { kind: 'audio', extractorClass: 'WhisperFeatureExtractor', tokenizer: 'WhisperTokenizer' },
    graphs: sequenceToSequence({
      size,
      decoderLayers: config.decoder_layers,
      decoderHeads: config.decoder_attention_heads,
      headSize: size / config.decoder_attention_heads,
      vocabulary: config.vocab_size,
      encoderIsMasked: false,
      encoder: encode,
      decoder: decode,
    }),
    heads: {
      'feature-extraction': { architecture: 'WhisperModel', graphs: one(bare) },
      'text-generation': { architecture: 'WhisperForCausalLM', graphs: one(languageModel) },
      'audio-classification': {
        architecture: 'WhisperForAudioClassification',
        graphs: one(classifySound),
        config: { classifier_proj_size: classifierSize },
      },
    },
    files: {
      'generation_config.json': generationConfig,
      'preprocessor_config.json': audioPreprocessor({
        type: 'WhisperFeatureExtractor',
        processorClass: 'WhisperProcessor',
        extra: {
          feature_size: melBins,
          chunk_length: (frames * hop) / 16_000,
          hop_length: hop,
          n_fft: 400,
          n_samples: frames * hop,
          nb_max_frames: frames,
          dither: 0,
        },
      }),
    },
    transformersJs: { autoClass: 'AutoModelForSpeechSeq2Seq', modelClass: 'WhisperForConditionalGeneration' },
    note: 'hears one second where upstream hears thirty: 100 frames',
  },
]
