import type { Value } from '@vitest-hardware/onnx-graph'
import { decoderBody, decoderLogits } from '../../architectures/causal-decoder.ts'
import { decoderType } from '../../architectures/decoder-type.ts'
import { pastInputs, presentOutputs } from '../../architectures/decoder-graphs.ts'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import { positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, pastSequence, sequence } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { kinSpec, llamaConfig } from '../decoder-only/llama-kin.ts'

const window = 8
const linearOf = (name: string): string => `${name}.linear`

/** Moshi's layers: Llama's with gate and values from one product and a window (Défossez et al. 2024, arXiv:2410.00037, §3.2). */
function moshiSpec(config: typeof llamaConfig | Readonly<Record<string, unknown>>): DecoderSpec {
  return kinSpec(config, {
    norm: { epsilon: 1e-8 },
    attention: {
      projections: { query: { name: linearOf('q_proj') }, key: { name: linearOf('k_proj') }, value: { name: linearOf('v_proj') } },
      output: { name: linearOf('o_proj') },
    },
    network: { gate: 'fused', names: { gate: 'fc1', down: 'fc2' } },
    layer: { window },
  })
}

const moshiFields = {
  ...llamaConfig,
  num_key_value_heads: 4,
  head_dim: 8,
  rms_norm_eps: 1e-8,
  ffn_dim: 128,
  sliding_window: window,
} as const
const moshiConfig = { model_type: 'moshi', architectures: ['MoshiForCausalLM'], ...moshiFields } as const

const codebooks = 4
const codeEntries = 24
const textEntries = 24
const padToken = textEntries + codebooks * codeEntries
const kyutaiConfig = {
  model_type: 'kyutai_speech_to_text',
  architectures: ['KyutaiSpeechToTextForConditionalGeneration'],
  ...moshiFields,
  vocab_size: textEntries,
  num_codebooks: codebooks,
  codebook_vocab_size: codeEntries,
  audio_pad_token_id: padToken,
  audio_bos_token_id: codeEntries - 1,
} as const
const kyutai = moshiSpec(kyutaiConfig)

/** One table for text and all codebooks, each at its offset; a step's tokens are summed. */
function streamEmbeddings(context: GraphContext, ids: Value): Value {
  const { graph } = context
  const offsets = [0, ...Array.from({ length: codebooks }, (_, index) => textEntries + index * codeEntries)]
  const isPad = graph.node('Equal', [ids, graph.constant('int64', padToken)])
  const tokens = graph.node('Where', [isPad, ids, graph.node('Add', [ids, graph.constant('int64', offsets)])])
  return graph.scope('model.embed_tokens.embed_tokens', () => {
    const table = context.weight('weight', [padToken + 1, kyutai.size], { std: 0.5 })
    return graph.node('ReduceSum', [graph.node('Gather', [table, tokens], { axis: 0 }), graph.constant('int64', [2])], { keepdims: 0 })
  })
}

const streams = (context: GraphContext): Value => context.graph.input('input_ids', 'int64', [batch, sequence, codebooks + 1])

function buildKyutai(context: GraphContext): void {
  const total = `${pastSequence} + ${sequence}`
  const embeddings = streamEmbeddings(context, streams(context))
  const attentionMask = idsInput(context, 'attention_mask', total)
  const positions = idsInput(context, 'position_ids')
  const past = pastInputs(context, kyutai.layers)
  const output = decoderBody(context, kyutai, { embeddings, attentionMask, positions, past })
  context.graph.output('logits', decoderLogits(context, kyutai, output), 'float32', [batch, sequence, textEntries])
  presentOutputs(context, kyutai.layers, output.present, total)
}

function buildKyutaiBody(context: GraphContext): void {
  const embeddings = streamEmbeddings(context, streams(context))
  const attentionMask = idsInput(context, 'attention_mask')
  const { hidden } = decoderBody(context, kyutai, { embeddings, attentionMask, positions: positionRange(context, embeddings) })
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, sequence, kyutai.size])
}

const kyutaiGraphs = [{ name: 'model', build: buildKyutai }] as const

export const modelTypes: readonly ModelType[] = [
  decoderType('moshi', {
    config: moshiConfig,
    spec: moshiSpec(moshiConfig),
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
    note: 'the transformer of text; gate and values from one product, a window of keys',
  }),
  {
    type: 'kyutai_speech_to_text',
    tasks: ['automatic-speech-recognition', 'feature-extraction', 'any-to-any'],
    config: kyutaiConfig,
    preprocessor: { kind: 'none' },
    graphs: kyutaiGraphs,
    heads: {
      'feature-extraction': { architecture: 'KyutaiSpeechToTextModel', graphs: [{ name: 'model', build: buildKyutaiBody }] },
      'any-to-any': { architecture: 'KyutaiSpeechToTextForConditionalGeneration', graphs: kyutaiGraphs },
    },
    transformersJs: null,
    note: 'each step reads one token of text and one of each codebook of Mimi, all in one table; Transformers.js has no class for it',
  },
]
