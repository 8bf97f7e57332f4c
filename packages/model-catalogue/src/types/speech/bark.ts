import { decoderBody } from '../../architectures/causal-decoder.ts'
import { textGenerationGraph } from '../../architectures/decoder-graphs.ts'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import { add, swapLast } from '../../blocks/arithmetic.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { type CausalCodecSizes, causalDecoder } from '../../blocks/causal-codec.ts'
import { codebookSum } from '../../blocks/codebook-lookup.ts'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type GraphFile, type ModelType, vocabularySize } from '../../model-type.ts'
import { heads, headSize, layerCount, layers, network, size } from '../decoder-only/decoder-parts.ts'

const blockSize = 64
const codebooks = 4
const givenCodebooks = 1
const entries = 32

/** GPT-2's layers without biases, its norms included. */
const causalSpec: DecoderSpec = {
  vocabulary: vocabularySize,
  size,
  norm: { kind: 'layer', epsilon: 1e-5, bias: false },
  names: { body: '', tokens: 'input_embeds_layer', finalNorm: 'layernorm_final' },
  layers: layers({
    mixer: { name: 'attn', heads, headSize, projections: { name: 'att_proj', layout: 'stacked' }, output: { name: 'out_proj' } },
    norms: ['layernorm_1', 'layernorm_2'],
    feedForward: network('mlp', 'in_proj', 'out_proj', 'gelu', { bias: false }),
  }),
  positions: { kind: 'learned', name: 'position_embeds_layer', count: blockSize },
  logits: { tied: false },
}
/** The same layers both ways; its norms have biases. */
const fineSpec: DecoderSpec = { ...causalSpec, norm: { kind: 'layer', epsilon: 1e-5 } }

const causalGraph = (name: string): GraphFile => ({
  name: `${name}/model`,
  build: (context) => context.graph.scope(name, () => textGenerationGraph(context, causalSpec)),
})

/** Scores of the last codebook: reads the sum of all codebooks up to it, and its head is tied to that codebook's table. */
function buildFine(context: GraphContext): void {
  const { graph } = context
  const codes = graph.input('input_ids', 'int64', [batch, sequence, codebooks])
  const attentionMask = idsInput(context, 'attention_mask')
  const logits = graph.scope('fine_acoustics', () => {
    const looked = Array.from({ length: codebooks }, (_, index) => {
      const table = embedding(context, { name: `input_embeds_layers.${index}`, count: vocabularySize, size })
      return { table, value: table.lookup(graph.node('Gather', [codes, graph.constant('int64', index)], { axis: 2 })) }
    })
    const embeddings = add(context, looked[0]!.value, ...looked.slice(1).map(({ value }) => value))
    const positions = positionRange(context, embeddings)
    const mask = paddingMask(context, attentionMask)
    const { hidden } = decoderBody(context, fineSpec, { embeddings, attentionMask, positions, mask: () => mask })
    return tiedHead(context, hidden, looked.at(-1)!.table.weight)
  })
  graph.output('logits', logits, 'float32', [batch, sequence, vocabularySize])
}

const codec: CausalCodecSizes = {
  filters: 8,
  size: 16,
  ratios: [4, 2],
  kernel: 7,
  lastKernel: 7,
  residualKernel: 3,
  shortcut: true,
  recurrentLayers: 2,
  padding: 'reflect',
}

/** EnCodec's decoder from codes to sound. */
function buildCodec(context: GraphContext): void {
  const { graph } = context
  const codes = graph.input('audio_codes', 'int64', [batch, codebooks, sequence])
  const audio = graph.scope('codec_model', () => {
    const frames = graph.scope('quantizer', () =>
      codebookSum(context, swapLast(context, codes), {
        codebooks,
        entries,
        size: codec.size,
        name: (index) => `layers.${index}.codebook`,
        weight: 'embed',
      }),
    )
    return graph.scope('decoder', () => causalDecoder(context, swapLast(context, frames), codec))
  })
  graph.output('audio_values', audio, 'float32', [batch, 1, 'num_samples'])
}

const stageConfig = {
  block_size: blockSize,
  input_vocab_size: vocabularySize,
  output_vocab_size: vocabularySize,
  num_layers: layerCount,
  num_heads: heads,
  hidden_size: size,
  bias: false,
  use_cache: true,
} as const

const graphs = [
  causalGraph('semantic'),
  causalGraph('coarse_acoustics'),
  { name: 'fine_acoustics/model', build: buildFine },
  { name: 'codec_model/decoder_model', build: buildCodec },
] as const

export const modelTypes: readonly ModelType[] = [
  {
    type: 'bark',
    tasks: ['text-to-audio', 'feature-extraction'],
    config: {
      model_type: 'bark',
      architectures: ['BarkModel'],
      vocab_size: vocabularySize,
      semantic_config: { model_type: 'semantic', ...stageConfig },
      coarse_acoustics_config: { model_type: 'coarse_acoustics', ...stageConfig },
      fine_acoustics_config: {
        model_type: 'fine_acoustics',
        ...stageConfig,
        n_codes_total: codebooks,
        n_codes_given: givenCodebooks,
        tie_word_embeddings: true,
      },
      codec_config: {
        model_type: 'encodec',
        codebook_size: entries,
        codebook_dim: codec.size,
        hidden_size: codec.size,
        num_filters: codec.filters,
        upsampling_ratios: codec.ratios,
        num_lstm_layers: codec.recurrentLayers,
        norm_type: 'weight_norm',
        use_causal_conv: true,
        audio_channels: 1,
      },
      initializer_range: 0.02,
    },
    preprocessor: { kind: 'text', tokenizer: 'BertTokenizer' },
    graphs,
    heads: { 'feature-extraction': { architecture: 'BarkModel', graphs } },
    transformersJs: null,
    note: 'three transformers in turn (meaning, coarse codes, fine codes both ways) and EnCodec’s decoder, one graph each, as generation runs them; the fine one is that of the last codebook; Transformers.js has no class for it',
  },
]
