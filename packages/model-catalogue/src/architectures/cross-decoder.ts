import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { add, halves, multiply, scaled } from '../blocks/arithmetic.ts'
import { type AttentionNames, attention, cachedAttention, type KeyValueCache } from '../blocks/attention.ts'
import { causalMask, length, paddingMask } from '../blocks/attention-mask.ts'
import { embedding, tiedHead } from '../blocks/embedding.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { learnedPositions, positionRange, sinusoids } from '../blocks/position.ts'
import { anglesOf, rotate, type RotarySpec } from '../blocks/rotary-layout.ts'
import type { GraphContext } from '../graph-context.ts'
import { type DecoderInputs, sequenceToSequence } from '../graphs/sequence-to-sequence.ts'
import { batch, decoderSequence, idsInput } from '../graphs/text-inputs.ts'
import type { GraphFile } from '../model-type.ts'

/** Upstream's module names of a decoder layer with cross-attention. */
export interface CrossDecoderNames {
  readonly norms: readonly [self: string, cross: string, feedForward: string]
  readonly attention: AttentionNames
  /** @default 'encoder_attn' */
  readonly cross?: string
  readonly feedForward: { readonly scope: string; readonly up: string; readonly down: string }
  readonly finalNorm: string | null
}

/** BART's, as most of fairseq's have them. */
export const fairseqNames: CrossDecoderNames = {
  norms: ['self_attn_layer_norm', 'encoder_attn_layer_norm', 'final_layer_norm'],
  attention: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' },
  feedForward: { scope: '', up: 'fc1', down: 'fc2' },
  finalNorm: 'layer_norm',
}

/** Llama's names with a cross-attention, as Moonshine has them. */
export const moonshineNames: CrossDecoderNames = {
  norms: ['input_layernorm', 'post_attention_layernorm', 'final_layernorm'],
  attention: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'o_proj' },
  feedForward: { scope: 'mlp', up: 'fc1', down: 'fc2' },
  finalNorm: 'norm',
}

/** A decoder that attends to itself and to an encoder, as data. */
export interface CrossDecoderSpec {
  /** Scope of the decoder. */
  readonly body: string
  readonly vocabulary: number
  readonly size: number
  readonly layers: number
  readonly heads: number
  readonly innerSize: number
  readonly activation: Activation
  readonly names: CrossDecoderNames
  readonly norms: 'before' | 'behind'
  readonly epsilon?: number
  /** Of norms. @default true */
  readonly normBias?: boolean
  /** Of attention's projections. @default true */
  readonly bias?: boolean
  /** The first half of a product twice as wide is multiplied with the activated second half. @default false */
  readonly gated?: boolean
  readonly positions:
    | { readonly kind: 'learned' | 'sinusoidal'; readonly count: number; readonly offset?: number; readonly name?: string }
    | { readonly kind: 'rotary'; readonly rotary: RotarySpec }
  /** Factor on the embeddings. @default 1 */
  readonly embeddingScale?: number
  /** Name of a norm behind embeddings and positions. */
  readonly embeddingNorm?: string
  /** What is done to the encoder's answer before the layers read it; sizes the answer to `size`. */
  readonly bridge?: (context: GraphContext, hidden: Value) => Value
  /** Of the encoder's answer as layers read it. @default size */
  readonly sourceSize?: number
  /** Name of the head where it is not tied to the embeddings. */
  readonly head?: string
  readonly headBias?: boolean
}

/** Hidden states `[batch, length, size]`, caches, and the table of tokens. */
export function crossDecoder(context: GraphContext, spec: CrossDecoderSpec, { ids, encoderHidden, encoderMask, past }: DecoderInputs) {
  const { graph } = context
  const { size, heads, names, norms, epsilon = 1e-5, normBias = true, bias = true, positions } = spec
  const present: KeyValueCache[] = []
  const norm = (x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon, bias: normBias })
  return graph.scope(spec.body, () => {
    const pastKeys = past[0]?.key
    const start = pastKeys === undefined ? 0 : length(context, pastKeys, 2)
    const words = embedding(context, { name: 'embed_tokens', count: spec.vocabulary, size, std: 0.25 })
    const places = positionRange(context, ids, start)
    const source = spec.bridge ? spec.bridge(context, encoderHidden) : encoderHidden
    const biases = [causalMask(context, { queries: ids, pastKeys })]
    const crossBiases = encoderMask === undefined ? [] : [paddingMask(context, encoderMask)]
    const turn = positions.kind === 'rotary' ? turnOf(context, places, positions.rotary, size / heads) : undefined
    const placed = place(context, scaled(context, words.lookup(ids), spec.embeddingScale ?? 1), places, spec)
    let x = spec.embeddingNorm === undefined ? placed : norm(placed, spec.embeddingNorm)
    const sublayer = (input: Value, index: 0 | 1 | 2, body: (y: Value) => Value): Value =>
      norms === 'before'
        ? add(context, input, body(norm(input, names.norms[index])))
        : norm(add(context, input, body(input)), names.norms[index])
    for (let layer = 0; layer < spec.layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = sublayer(x, 0, (y) => {
          const self = graph.scope('self_attn', () =>
            cachedAttention(context, y, {
              size,
              heads,
              names: names.attention,
              bias,
              biases,
              ...(turn ? { headNorm: turn } : {}),
              ...(past[layer] ? { past: past[layer] } : {}),
            }),
          )
          present.push(self.present)
          return self.output
        })
        const heard = sublayer(attended, 1, (y) =>
          graph.scope(names.cross ?? 'encoder_attn', () =>
            attention(context, y, {
              size,
              heads,
              names: names.attention,
              bias,
              source,
              sourceSize: spec.sourceSize ?? size,
              biases: crossBiases,
            }),
          ),
        )
        return sublayer(heard, 2, (y) => within(context, names.feedForward.scope, () => feed(context, y, spec)))
      })
    }
    return { hidden: names.finalNorm === null ? x : norm(x, names.finalNorm), present, words: words.weight }
  })
}

function within<Result>(context: GraphContext, scope: string, body: () => Result): Result {
  return scope === '' ? body() : context.graph.scope(scope, body)
}

/** Partial rotation in place of a norm of queries and keys, which attention calls at the same point. */
function turnOf(context: GraphContext, places: Value, spec: RotarySpec, headSize: number): (x: Value) => Value {
  const angles = anglesOf(context, places, spec)
  return (x) => rotate(context, x, angles, spec, headSize)
}

function place(context: GraphContext, tokens: Value, places: Value, { positions, size }: CrossDecoderSpec): Value {
  const { graph } = context
  if (positions.kind === 'rotary') return tokens
  const { count, offset = 0, name = 'embed_positions' } = positions
  const shifted = offset === 0 ? places : graph.node('Add', [places, graph.constant('int64', offset)])
  if (positions.kind === 'learned')
    return add(context, tokens, learnedPositions(context, { name, count: count + offset, size, positions: shifted }))
  const table = graph.scope(name, () =>
    context.fixed('weights', { type: 'float32', dims: [count + offset, size], data: sinusoids(count + offset, size) }),
  )
  return add(context, tokens, graph.node('Gather', [table, shifted], { axis: 0 }))
}

function feed(context: GraphContext, x: Value, { names, size, innerSize, activation, gated = false }: CrossDecoderSpec): Value {
  const { up, down } = names.feedForward
  if (!gated) return feedForward(context, x, { names: { up, down }, size, innerSize, activation })
  const [values, gates] = halves(context, linear(context, x, { name: up, inputSize: size, outputSize: 2 * innerSize }))
  return linear(context, multiply(context, activate(context, gates, activation), values), {
    name: down,
    inputSize: innerSize,
    outputSize: size,
  })
}

/** What an encoder makes; declares its own inputs. */
export type CrossEncoder = (context: GraphContext) => {
  readonly hidden: Value
  readonly mask: Value | undefined
  readonly hiddenLength: string | number
}

/** The graphs of recognition: the whole forward pass, the encoder, and the decoder with its cache. */
export function recognitionGraphs(
  encoder: CrossEncoder,
  spec: CrossDecoderSpec,
  { encoderSize = spec.size, encoderIsMasked = false }: { readonly encoderSize?: number; readonly encoderIsMasked?: boolean } = {},
): [GraphFile, GraphFile, GraphFile] {
  return sequenceToSequence({
    size: encoderSize,
    decoderLayers: spec.layers,
    decoderHeads: spec.heads,
    headSize: spec.size / spec.heads,
    vocabulary: spec.vocabulary,
    encoderIsMasked,
    encoder,
    decoder: (context, inputs) => {
      const { hidden, present, words } = crossDecoder(context, spec, inputs)
      const options = { inputSize: spec.size, outputSize: spec.vocabulary, bias: spec.headBias ?? false }
      return {
        logits: spec.head === undefined ? tiedHead(context, hidden, words) : linear(context, hidden, { name: spec.head, ...options }),
        present,
      }
    },
  })
}

/** The bare model's graph: hidden states of both. */
export function crossHiddenGraph(encoder: CrossEncoder, spec: CrossDecoderSpec, encoderSize = spec.size): GraphFile {
  return {
    name: 'model',
    build(context) {
      const { hidden, mask, hiddenLength } = encoder(context)
      const ids = idsInput(context, 'decoder_input_ids', decoderSequence)
      const decoded = crossDecoder(context, spec, { ids, encoderHidden: hidden, encoderMask: mask, past: [] })
      context.graph.output('last_hidden_state', decoded.hidden, 'float32', [batch, decoderSequence, spec.size])
      context.graph.output('encoder_last_hidden_state', hidden, 'float32', [batch, hiddenLength, encoderSize])
    },
  }
}
