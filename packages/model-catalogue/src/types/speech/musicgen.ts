import type { Value } from '@vitest-hardware/onnx-graph'
import { bucketedEncoder, type BucketedStackSpec } from '../../architectures/bucketed-stack.ts'
import { add, asFloat, multiply, squeeze, swapLast, unsqueeze } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { causalMask, length, paddingMask } from '../../blocks/attention-mask.ts'
import { type CausalCodecSizes, causalDecoder } from '../../blocks/causal-codec.ts'
import { codebookSum } from '../../blocks/codebook-lookup.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { sinusoids } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, decoderSequence, encoderSequence, idsInput, sequence, soundFrames } from '../../graphs/text-inputs.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'

const size = 32
const heads = 4
const innerSize = 64
const layers = 2
const codebooks = 4
/** Tokens of a codebook, and of the text; one more code stands for the places that the delays leave empty. */
const entries = 64
const chroma = 12
const maxPositions = 128
const codeBatch = `${codebooks}*${batch}`

const textSpec: BucketedStackSpec = {
  size: 16,
  heads: 2,
  headSize: 8,
  innerSize: 32,
  layers: 2,
  buckets: 8,
  maxDistance: 20,
  activation: 'relu',
}

/** T5's encoder, projected to the decoder's width, with zeros for padding. */
function describe(context: GraphContext, lengthName: string): { readonly hidden: Value; readonly mask: Value } {
  const ids = idsInput(context, 'input_ids', lengthName)
  const mask = idsInput(context, 'attention_mask', lengthName)
  const hidden = encodeText(context, ids, mask)
  const projected = linear(context, hidden, { name: 'enc_to_dec_proj', inputSize: textSpec.size, outputSize: size })
  return { hidden: multiply(context, projected, unsqueeze(context, asFloat(context, mask), 2)), mask }
}

function encodeText(context: GraphContext, ids: Value, mask: Value): Value {
  return context.graph.scope('text_encoder', () => {
    const words = embedding(context, { name: 'shared', count: entries, size: textSpec.size }).lookup(ids)
    return context.graph.scope('encoder', () => bucketedEncoder(context, words, mask, textSpec))
  })
}

interface Prompt {
  readonly hidden: Value
  readonly mask?: Value
}

interface MusicOptions {
  /** What the decoder attends to in each layer. */
  readonly cross?: Prompt
  /** What stands before the codes. */
  readonly prefix?: Value
}

/** Cosines before sines. */
function positionsOf(context: GraphContext, x: Value): Value {
  const { graph } = context
  const table = sinusoids(maxPositions, size)
  const half = size / 2
  const data = table.map((_, index) => table[index - (index % size) + (((index % size) + half) % size)]!)
  const rows = graph.scope('embed_positions', () => context.fixed('weights', { type: 'float32', dims: [maxPositions, size], data }))
  return graph.node('Slice', [rows, graph.constant('int64', [0]), unsqueeze(context, length(context, x), 0), graph.constant('int64', [0])])
}

/** The decoder's hidden states of codes `[codebooks · batch, length]` (Copet et al. 2023, arXiv:2306.05284, §2.2). */
function musicBody(context: GraphContext, codes: Value, { cross, prefix }: MusicOptions): Value {
  const { graph } = context
  const norm = (x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })
  const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }
  return graph.scope('decoder.model.decoder', () => {
    const shape = graph.node('Concat', [graph.constant('int64', [-1, codebooks]), graph.node('Shape', [codes], { start: 1, end: 2 })], {
      axis: 0,
    })
    const frames = swapLast(context, graph.node('Reshape', [codes, shape]))
    const lookup = { codebooks, entries: entries + 1, size, name: (index: number) => `embed_tokens.${index}` }
    const looked = codebookSum(context, frames, lookup)
    const tokens = prefix === undefined ? looked : graph.node('Concat', [prefix, looked], { axis: 1 })
    let x = add(context, tokens, positionsOf(context, tokens))
    const biases = [causalMask(context, { queries: x })]
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const self = graph.scope('self_attn', () =>
          attention(context, norm(x, 'self_attn_layer_norm'), { size, heads, names, bias: false, biases }),
        )
        let y = add(context, x, self)
        if (cross) {
          const crossBiases = cross.mask === undefined ? [] : [paddingMask(context, cross.mask)]
          const options = { size, heads, names, bias: false, source: cross.hidden, biases: crossBiases }
          const normal = norm(y, 'encoder_attn_layer_norm')
          y = add(
            context,
            y,
            graph.scope('encoder_attn', () => attention(context, normal, options)),
          )
        }
        const options = { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation: 'gelu', bias: false } as const
        return add(context, y, feedForward(context, norm(y, 'final_layer_norm'), options))
      })
    }
    return norm(x, 'layer_norm')
  })
}

/** One head for each codebook: `[codebooks · batch, length, entries]`. */
function musicLogits(context: GraphContext, hidden: Value, lengthName: string): void {
  const { graph } = context
  const scores = Array.from({ length: codebooks }, (_, index) =>
    unsqueeze(
      context,
      linear(context, hidden, { name: `decoder.lm_heads.${index}`, inputSize: size, outputSize: entries, bias: false }),
      1,
    ),
  )
  const stacked = graph.node('Concat', scores, { axis: 1 })
  const shape = graph.node('Concat', [graph.constant('int64', [-1]), graph.node('Shape', [stacked], { start: 2 })], { axis: 0 })
  graph.output('logits', graph.node('Reshape', [stacked, shape]), 'float32', [codeBatch, lengthName, entries])
}

const codesInput = (context: GraphContext, name: string, lengthName: string): Value =>
  context.graph.input(name, 'int64', [codeBatch, lengthName])

function buildWhole(context: GraphContext): void {
  const prompt = describe(context, sequence)
  const codes = codesInput(context, 'decoder_input_ids', decoderSequence)
  musicLogits(context, musicBody(context, codes, { cross: prompt }), decoderSequence)
}

/** Chroma of the melody before the text before the codes; scores of all their places. */
function buildMelody(context: GraphContext): void {
  const { graph } = context
  const prompt = describe(context, sequence)
  const melody = graph.input('input_features', 'float32', [batch, soundFrames, chroma])
  const heard = linear(context, melody, { name: 'audio_enc_to_dec_proj', inputSize: chroma, outputSize: size })
  const codes = codesInput(context, 'decoder_input_ids', decoderSequence)
  const prefix = graph.node('Concat', [heard, prompt.hidden], { axis: 1 })
  musicLogits(context, musicBody(context, codes, { prefix }), 'prefix_and_codes')
}

/** The decoder alone, which reads what it is given in place of a text. */
function alone(isMelody: boolean, output: 'logits' | 'last_hidden_state') {
  return (context: GraphContext): void => {
    const codes = codesInput(context, 'input_ids', sequence)
    const hidden = context.graph.input('encoder_hidden_states', 'float32', [batch, encoderSequence, size])
    const decoded = musicBody(context, codes, isMelody ? { prefix: hidden } : { cross: { hidden } })
    const lengthName = isMelody ? 'prefix_and_codes' : sequence
    if (output === 'logits') musicLogits(context, decoded, lengthName)
    else context.graph.output(output, decoded, 'float32', [batch, lengthName, size])
  }
}

function buildTextEncoder(context: GraphContext): void {
  const hidden = encodeText(context, idsInput(context, 'input_ids'), idsInput(context, 'attention_mask'))
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, sequence, textSpec.size])
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

/** EnCodec's decoder; codes come in chunks, of which this takes one. */
function buildCodec(context: GraphContext): void {
  const { graph } = context
  const codes = graph.input('audio_codes', 'int64', [1, batch, codebooks, 'num_frames'])
  const audio = graph.scope('audio_encoder', () => {
    const lookup = { codebooks, entries, size: codec.size, name: (index: number) => `layers.${index}.codebook`, weight: 'embed' }
    const frames = graph.scope('quantizer', () => codebookSum(context, swapLast(context, squeeze(context, codes, 0)), lookup))
    return graph.scope('decoder', () => causalDecoder(context, swapLast(context, frames), codec))
  })
  graph.output('audio_values', audio, 'float32', [batch, 1, 'num_samples'])
}

function musicType(type: 'musicgen' | 'musicgen_melody', prefix: string, note: string): ModelType {
  const isMelody = type === 'musicgen_melody'
  const head = (suffix: string, output: 'logits' | 'last_hidden_state'): TaskHead => ({
    architecture: `${prefix}${suffix}`,
    graphs: [{ name: 'model', build: alone(isMelody, output) }],
  })
  return {
    type,
    tasks: ['text-to-audio', 'feature-extraction', 'text-generation'],
    config: {
      model_type: type,
      architectures: [`${prefix}ForConditionalGeneration`],
      vocab_size: entries,
      text_encoder: {
        model_type: 't5',
        vocab_size: entries,
        d_model: textSpec.size,
        d_kv: textSpec.headSize,
        d_ff: textSpec.innerSize,
        num_layers: textSpec.layers,
        num_heads: textSpec.heads,
        relative_attention_num_buckets: textSpec.buckets,
        feed_forward_proj: 'relu',
      },
      audio_encoder: {
        model_type: 'encodec',
        codebook_size: entries,
        codebook_dim: codec.size,
        hidden_size: codec.size,
        num_filters: codec.filters,
        upsampling_ratios: codec.ratios,
        num_lstm_layers: codec.recurrentLayers,
        audio_channels: 1,
      },
      decoder: {
        model_type: `${type}_decoder`,
        vocab_size: entries,
        hidden_size: size,
        num_hidden_layers: layers,
        num_attention_heads: heads,
        ffn_dim: innerSize,
        activation_function: 'gelu',
        num_codebooks: codebooks,
        max_position_embeddings: maxPositions,
        audio_channels: 1,
        scale_embedding: false,
        tie_word_embeddings: false,
        pad_token_id: entries,
        bos_token_id: entries,
      },
      ...(isMelody ? { num_chroma: chroma, chroma_length: 24 } : {}),
      is_encoder_decoder: true,
    },
    preprocessor: { kind: 'none' },
    graphs: [
      { name: 'model', build: isMelody ? buildMelody : buildWhole },
      { name: 'text_encoder', build: buildTextEncoder },
      { name: 'encodec_decode', build: buildCodec },
    ],
    heads: { 'feature-extraction': head('Model', 'last_hidden_state'), 'text-generation': head('ForCausalLM', 'logits') },
    transformersJs: null,
    note,
  }
}

export const modelTypes: readonly ModelType[] = [
  musicType(
    'musicgen',
    'Musicgen',
    'the sum of four codebooks’ tokens in, a head for each out, cross-attention to T5’s encoder; Transformers.js wants a merged decoder with caches of both attentions, this has none',
  ),
  musicType(
    'musicgen_melody',
    'MusicgenMelody',
    'no cross-attention: the melody’s chroma and the text stand before the codes; Transformers.js has no class for it',
  ),
]
