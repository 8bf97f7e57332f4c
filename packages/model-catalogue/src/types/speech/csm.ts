import type { Value } from '@vitest-hardware/onnx-graph'
import { decoderBody } from '../../architectures/causal-decoder.ts'
import { type VisionLanguageSpec, visionLanguageGraph } from '../../architectures/vision-language.ts'
import { slice, unsqueeze } from '../../blocks/arithmetic.ts'
import { linear } from '../../blocks/linear.ts'
import { positionRange } from '../../blocks/position.ts'
import { stretchedFrequencies } from '../../blocks/stretched-frequencies.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { kinSpec, llamaConfig } from '../decoder-only/llama-kin.ts'
import { audioToken } from '../vision-language/vision-language-type.ts'

const codebooks = 4
const entries = vocabularySize
const soundFrames = 4
const headSize = 8
const theta = 500_000
const stretch = { factor: 32, lowFrequencyFactor: 0.125, highFrequencyFactor: 0.5, original: 32 } as const
const ropeScaling = {
  rope_type: 'llama3',
  factor: stretch.factor,
  low_freq_factor: stretch.lowFrequencyFactor,
  high_freq_factor: stretch.highFrequencyFactor,
  original_max_position_embeddings: stretch.original,
} as const

const backbone = { ...llamaConfig, vocab_size: entries, rope_theta: theta, rope_scaling: ropeScaling } as const
const depth = {
  ...backbone,
  model_type: 'csm_depth_decoder_model',
  hidden_size: 24,
  num_attention_heads: 3,
  num_key_value_heads: 1,
  intermediate_size: 48,
} as const
const rotary = { theta, frequencies: stretchedFrequencies(headSize, theta, stretch) }
const decoder = { ...kinSpec(backbone, { rotary }), names: { body: 'backbone_model', tokens: 'embed_text_tokens' } }
const depthDecoder = { ...kinSpec(depth, { rotary }), names: { body: 'depth_decoder.model' } }

/** Rows of a table that all codebooks share, each at its offset. */
const offsets = (count: number): number[] => Array.from({ length: count }, (_, index) => index * entries)

/** Codes of each frame, one of each codebook, summed: what stands in the places of the sound. */
function soundFeatures(context: GraphContext): Value {
  const { graph } = context
  const codes = graph.input('audio_codes', 'int64', [batch, soundFrames, codebooks])
  return graph.scope('backbone_model.embed_tokens.embed_audio_tokens', () => {
    const table = context.weight('weight', [codebooks * entries, decoder.size], { std: 0.5 })
    const rows = graph.node('Add', [codes, graph.constant('int64', offsets(codebooks))])
    return graph.node('ReduceSum', [graph.node('Gather', [table, rows], { axis: 0 }), graph.constant('int64', [2])], { keepdims: 0 })
  })
}

const spec: VisionLanguageSpec = {
  decoder,
  modalities: [{ token: audioToken, features: soundFeatures }],
  scope: '',
  positions: 'counted',
  tokenRows: vocabularySize,
}

/** The other codebooks of one frame, from left to right behind the backbone's hidden state; each has a head of its own. */
function buildDepth(context: GraphContext): void {
  const { graph } = context
  const ids = graph.input('input_ids', 'int64', [batch, codebooks])
  const frame = graph.input('backbone_last_hidden_state', 'float32', [batch, decoder.size])
  const embeddings = graph.scope('depth_decoder.model', () => {
    // the first token's place is the backbone's
    const rows = graph.node('Add', [slice(context, ids, 1, 1), graph.constant('int64', offsets(codebooks - 1))])
    const table = graph.scope('embed_tokens', () => context.weight('weight', [codebooks * entries, decoder.size], { std: 1 }))
    const joined = graph.node('Concat', [unsqueeze(context, frame, 1), graph.node('Gather', [table, rows], { axis: 0 })], { axis: 1 })
    return linear(context, joined, { name: 'inputs_embeds_projector', inputSize: decoder.size, outputSize: depthDecoder.size, bias: false })
  })
  const attentionMask = graph.node('Expand', [graph.constant('int64', 1), graph.node('Shape', [ids])])
  const { hidden } = decoderBody(context, depthDecoder, { embeddings, attentionMask, positions: positionRange(context, ids) })
  const heads = graph.scope('depth_decoder.codebooks_head', () =>
    context.weight('weight', [codebooks - 1, depthDecoder.size, entries], { std: 1 / Math.sqrt(depthDecoder.size) }),
  )
  const logits = graph.node('Einsum', [slice(context, hidden, 1, 1), heads], { equation: 'bsh,shv->bsv' })
  graph.output('logits', logits, 'float32', [batch, codebooks - 1, entries])
}

const graphs = [
  { name: 'model', build: (context: GraphContext) => visionLanguageGraph(context, spec, 'logits') },
  { name: 'depth_decoder/model', build: buildDepth },
] as const
const architecture = 'CsmForConditionalGeneration'

export const modelTypes: readonly ModelType[] = [
  {
    type: 'csm',
    tasks: ['text-to-audio', 'feature-extraction'],
    config: {
      model_type: 'csm',
      architectures: [architecture],
      ...backbone,
      head_dim: headSize,
      num_codebooks: codebooks,
      codebook_size: entries,
      text_vocab_size: vocabularySize,
      audio_token_id: audioToken,
      audio_seq_length: soundFrames,
      depth_decoder_config: { ...depth, head_dim: headSize, backbone_hidden_size: decoder.size, num_codebooks: codebooks },
    },
    preprocessor: { kind: 'none' },
    graphs,
    heads: { 'feature-extraction': { architecture, graphs } },
    transformersJs: null,
    note: 'Llama over text and sums of Mimi’s codes gives the first codebook, a smaller Llama over the codebooks the others; sound comes as codes, which Mimi’s own type makes; Transformers.js has no class for it',
  },
]
