import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { add, scaled } from '../blocks/arithmetic.ts'
import { attention, cachedAttention, type KeyValueCache } from '../blocks/attention.ts'
import { causalMask, length, paddingMask } from '../blocks/attention-mask.ts'
import { type Embedding, embedding, tiedHead } from '../blocks/embedding.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { learnedPositions, positionRange, waves } from '../blocks/position.ts'
import type { GraphContext } from '../graph-context.ts'
import { type DecoderInputs, sequenceToSequence } from '../graphs/sequence-to-sequence.ts'
import { batch, decoderSequence, encoderSequence, idsInput } from '../graphs/text-inputs.ts'
import { firstToken, textLabelCount } from '../heads/text.ts'
import type { GraphFile } from '../model-type.ts'

/** What tells BART's kin apart (Lewis et al. 2020, arXiv:1910.13461). */
export interface BartLikeSpec {
  readonly vocabulary: number
  readonly size: number
  readonly layers: number
  /** @default layers */
  readonly decoderLayers?: number
  readonly heads: number
  readonly innerSize: number
  readonly activation: Activation
  /** Where the norms stand: behind each sum or before each sublayer, with one more behind the last layer. */
  readonly norm: 'post' | 'pre'
  /** A norm behind the embeddings (`layernorm_embedding`). */
  readonly embeddingNorm: boolean
  /** √size on the words' embeddings. */
  readonly scaleEmbedding: boolean
  /** Learned rows from `offset` on, or fixed sines in the first half and cosines in the second, from row `offset` on. */
  readonly positions: { readonly kind: 'learned' | 'sines'; readonly offset: number }
  /** Of the attention's projections. @default true */
  readonly attentionBias?: boolean
  /** `final_logits_bias`. */
  readonly logitsBias: boolean
  /** Words of source and target have embeddings of their own; the head is tied to the target's (FSMT). @default false */
  readonly ownDecoderWords?: boolean
  /** Added to the encoder's scores, e.g. a window. @default none */
  readonly encoderBias?: (context: GraphContext, ids: Value) => Value
  /** Module names of the encoder's attention, where they are not the decoder's. @default q_proj … out_proj */
  readonly encoderNames?: { readonly query: string; readonly key: string; readonly value: string; readonly output: string }
  /** In place of the two dense layers, where a layer has another (mixture of experts). */
  readonly feed?: (context: GraphContext, x: Value, layer: number) => Value | undefined
}

const decoderLayersOf = ({ layers, decoderLayers = layers }: BartLikeSpec): number => decoderLayers

const usualNames = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }
const maxPositions = 514

function embed(context: GraphContext, spec: BartLikeSpec, tokens: Value, past: Value | undefined): Value {
  const { graph } = context
  const { size, positions } = spec
  const words = spec.scaleEmbedding ? scaled(context, tokens, Math.sqrt(size)) : tokens
  const start =
    past === undefined ? positions.offset : graph.node('Add', [length(context, past, 2), graph.constant('int64', positions.offset)])
  const places = positionRange(context, tokens, start)
  const placed =
    positions.kind === 'learned'
      ? learnedPositions(context, { name: 'embed_positions', count: maxPositions, size, positions: places })
      : graph.scope('embed_positions', () => {
          const table = { type: 'float32', dims: [maxPositions, size], data: waves(maxPositions, size) } as const
          return graph.node('Gather', [context.fixed('weight', table), places], { axis: 0 })
        })
  const sum = graph.node('Add', [words, placed])
  return spec.embeddingNorm ? layerNorm(context, sum, { name: 'layernorm_embedding', size, epsilon: 1e-5 }) : sum
}

/** One sublayer with its norm where the spec has it. */
function sublayer(context: GraphContext, spec: BartLikeSpec, x: Value, name: string, body: (x: Value) => Value): Value {
  const norm = (value: Value): Value => layerNorm(context, value, { name, size: spec.size, epsilon: 1e-5 })
  return spec.norm === 'pre' ? add(context, x, body(norm(x))) : norm(add(context, x, body(x)))
}

function feed(context: GraphContext, spec: BartLikeSpec, x: Value, layer: number): Value {
  const { size, innerSize, activation } = spec
  return sublayer(context, spec, x, spec.feed === undefined ? 'final_layer_norm' : 'ff_layer_norm', (value) => {
    const other = spec.feed?.(context, value, layer)
    if (other !== undefined) return other
    const inner = activate(context, linear(context, value, { name: 'fc1', inputSize: size, outputSize: innerSize }), activation)
    return linear(context, inner, { name: 'fc2', inputSize: innerSize, outputSize: size })
  })
}

function lastNorm(context: GraphContext, { norm, size }: BartLikeSpec, x: Value): Value {
  return norm === 'pre' ? layerNorm(context, x, { name: 'layer_norm', size, epsilon: 1e-5 }) : x
}

function words(context: GraphContext, spec: BartLikeSpec, side: 'encoder' | 'decoder'): Embedding {
  const name = spec.ownDecoderWords === true ? `${side}.embed_tokens` : 'shared'
  return context.graph.scope('model', () => embedding(context, { name, count: spec.vocabulary, size: spec.size }))
}

interface Encoded {
  readonly hidden: Value
  readonly mask: Value
  readonly hiddenLength: string
}

function encode(context: GraphContext, spec: BartLikeSpec, ids: Value, mask: Value): Value {
  const { graph } = context
  const { size, heads, attentionBias: bias = true, encoderNames: names = usualNames } = spec
  const tokens = words(context, spec, 'encoder').lookup(ids)
  return graph.scope('model.encoder', () => {
    const biases = [...(spec.encoderBias === undefined ? [] : [spec.encoderBias(context, ids)]), paddingMask(context, mask)]
    let x = embed(context, spec, tokens, undefined)
    for (let layer = 0; layer < spec.layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = sublayer(context, spec, x, 'self_attn_layer_norm', (value) =>
          graph.scope('self_attn', () => attention(context, value, { size, heads, names, bias, biases })),
        )
        return feed(context, spec, attended, layer)
      })
    }
    return lastNorm(context, spec, x)
  })
}

function decode(context: GraphContext, spec: BartLikeSpec, { ids, encoderHidden, encoderMask, past }: DecoderInputs) {
  const { graph } = context
  const { size, heads, attentionBias: bias = true } = spec
  const present: KeyValueCache[] = []
  const table = words(context, spec, 'decoder')
  const tokens = table.lookup(ids)
  const hidden = graph.scope('model.decoder', () => {
    const pastKeys = past[0]?.key
    const biases = [causalMask(context, { queries: ids, pastKeys })]
    const crossBiases = encoderMask === undefined ? [] : [paddingMask(context, encoderMask)]
    let x = embed(context, spec, tokens, pastKeys)
    for (let layer = 0; layer < decoderLayersOf(spec); layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = sublayer(context, spec, x, 'self_attn_layer_norm', (value) =>
          graph.scope('self_attn', () => {
            const options = { size, heads, names: usualNames, bias, biases, ...(past[layer] ? { past: past[layer] } : {}) }
            const self = cachedAttention(context, value, options)
            present.push(self.present)
            return self.output
          }),
        )
        const name = spec.feed === undefined ? 'encoder_attn_layer_norm' : 'cross_attention_layer_norm'
        const crossed = sublayer(context, spec, attended, name, (value) =>
          graph.scope(spec.feed === undefined ? 'encoder_attn' : 'cross_attention', () =>
            attention(context, value, { size, heads, names: usualNames, bias, source: encoderHidden, biases: crossBiases }),
          ),
        )
        return feed(context, spec, crossed, layer)
      })
    }
    return lastNorm(context, spec, x)
  })
  return { hidden, present, table }
}

function logits(context: GraphContext, spec: BartLikeSpec, hidden: Value, table: Embedding): Value {
  const scores = tiedHead(context, hidden, table.weight)
  return spec.logitsBias ? add(context, scores, context.weight('final_logits_bias', [1, spec.vocabulary], { std: 0.1 })) : scores
}

function encoderOf(spec: BartLikeSpec): (context: GraphContext) => Encoded {
  return (context) => {
    const ids = idsInput(context, 'input_ids', encoderSequence)
    const mask = idsInput(context, 'attention_mask', encoderSequence)
    return { hidden: encode(context, spec, ids, mask), mask, hiddenLength: encoderSequence }
  }
}

/** The forward pass with a language-model head, and the pair that Transformers.js loads. */
export function bartLikeGraphs(spec: BartLikeSpec): [GraphFile, GraphFile, GraphFile] {
  return sequenceToSequence({
    size: spec.size,
    decoderLayers: decoderLayersOf(spec),
    decoderHeads: spec.heads,
    headSize: spec.size / spec.heads,
    vocabulary: spec.vocabulary,
    encoder: encoderOf(spec),
    decoder(context, inputs) {
      const { hidden, present, table } = decode(context, spec, inputs)
      return { logits: logits(context, spec, hidden, table), present }
    },
  })
}

function decoderHidden(context: GraphContext, spec: BartLikeSpec): { readonly hidden: Value; readonly encoded: Encoded } {
  const encoded = encoderOf(spec)(context)
  const ids = idsInput(context, 'decoder_input_ids', decoderSequence)
  const { hidden } = decode(context, spec, { ids, encoderHidden: encoded.hidden, encoderMask: encoded.mask, past: [] })
  return { hidden, encoded }
}

/** The bare model: the decoder's hidden state and the encoder's. */
export function bareGraph(spec: BartLikeSpec): (context: GraphContext) => void {
  return (context) => {
    const { hidden, encoded } = decoderHidden(context, spec)
    context.graph.output('last_hidden_state', hidden, 'float32', [batch, decoderSequence, spec.size])
    context.graph.output('encoder_last_hidden_state', encoded.hidden, 'float32', [batch, encoderSequence, spec.size])
  }
}

/** Upstream reads the text's end, which is the last token where texts have one length; exports of one text do the same by its last position. */
export function classifierGraph(spec: BartLikeSpec): (context: GraphContext) => void {
  return (context) => {
    const { graph } = context
    const { hidden } = decoderHidden(context, spec)
    const { size } = spec
    const last = firstToken(
      context,
      graph.node('Slice', [hidden, ...[-1, Number.MAX_SAFE_INTEGER, 1].map((value) => graph.constant('int64', [value]))]),
    )
    graph.scope('classification_head', () => {
      const dense = activate(context, linear(context, last, { name: 'dense', inputSize: size, outputSize: size }), 'tanh')
      const scores = linear(context, dense, { name: 'out_proj', inputSize: size, outputSize: textLabelCount })
      graph.output('logits', scores, 'float32', [batch, textLabelCount])
    })
  }
}

/** Scores of each of the decoder's tokens as an answer's first and last. */
export function spanGraph(spec: BartLikeSpec): (context: GraphContext) => void {
  return (context) => {
    const { graph } = context
    const { hidden } = decoderHidden(context, spec)
    const scores = linear(context, hidden, { name: 'qa_outputs', inputSize: spec.size, outputSize: 2 })
    const parts = graph.nodes('Split', [scores], { axis: -1, num_outputs: 2 }, { outputs: 2 })
    parts.forEach((part, index) =>
      graph.output(['start_logits', 'end_logits'][index]!, graph.node('Squeeze', [part, graph.constant('int64', [-1])]), 'float32', [
        batch,
        decoderSequence,
      ]),
    )
  }
}

/** The decoder alone, as a language model of its own: no cross-attention. */
export function decoderOnlyGraph(spec: BartLikeSpec): (context: GraphContext) => void {
  return (context) => {
    const { graph } = context
    const { size, heads, attentionBias: bias = true } = spec
    const ids = idsInput(context, 'input_ids')
    const mask = idsInput(context, 'attention_mask')
    const table = graph.scope('model.decoder', () => embedding(context, { name: 'embed_tokens', count: spec.vocabulary, size }))
    const hidden = graph.scope('model.decoder', () => {
      const biases = [causalMask(context, { queries: ids, attentionMask: mask })]
      let x = embed(context, spec, table.lookup(ids), undefined)
      for (let layer = 0; layer < decoderLayersOf(spec); layer++) {
        x = graph.scope(`layers.${layer}`, () =>
          feed(
            context,
            spec,
            sublayer(context, spec, x, 'self_attn_layer_norm', (value) =>
              graph.scope('self_attn', () => attention(context, value, { size, heads, names: usualNames, bias, biases })),
            ),
            layer,
          ),
        )
      }
      return lastNorm(context, spec, x)
    })
    graph.output('logits', tiedHead(context, hidden, table.weight), 'float32', [batch, 'sequence_length', spec.vocabulary])
  }
}
