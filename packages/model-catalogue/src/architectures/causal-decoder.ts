import type { Value } from '@vitest-hardware/onnx-graph'
import type { KeyValueCache } from '../blocks/attention.ts'
import { causalMask } from '../blocks/attention-mask.ts'
import { embedding, tiedHead } from '../blocks/embedding.ts'
import { linear } from '../blocks/linear.ts'
import { normOf } from '../blocks/norm-kind.ts'
import { learnedPositions, sinusoids, waves } from '../blocks/position.ts'
import { anglesOf, rotate, type RotarySpec } from '../blocks/rotary-layout.ts'
import type { RotaryAngles } from '../blocks/rotary-position.ts'
import { softCap } from '../blocks/soft-cap.ts'
import type { GraphContext } from '../graph-context.ts'
import { decoderAttention } from './decoder-attention.ts'
import { decoderFeedForward } from './decoder-feed-forward.ts'
import type { DecoderSpec, LayerSpec, MixerInputs } from './decoder-spec.ts'

/** What a decoder reads: tokens, or embeddings that another model made. */
export interface DecoderInputs {
  /** int64 `[batch, length]`; needed unless `embeddings` are given. */
  readonly ids?: Value
  /** float32 `[batch, length, size]` in place of looked-up tokens: upstream's `inputs_embeds`. */
  readonly embeddings?: Value
  /** int64 `[batch, past + length]` */
  readonly attentionMask: Value
  /** int64 `[batch or 1, length]` */
  readonly positions: Value
  /** One for each layer; none in graphs without a cache. @default none */
  readonly past?: readonly (KeyValueCache | undefined)[]
  /** Another additive mask than the causal one, e.g. one that lets images see themselves both ways. */
  readonly mask?: (window: number | undefined) => Value
  /** Other angles than those of `positions`, e.g. of time, height and width. */
  readonly angles?: (rotary: RotarySpec) => RotaryAngles
}

export interface DecoderOutputs {
  /** float32 `[batch, length, size]`, behind the final norm: `last_hidden_state`. */
  readonly hidden: Value
  /** Keys and values by layer, past included; undefined for layers that keep none. */
  readonly present: readonly (KeyValueCache | undefined)[]
  /** The table of tokens `[vocabulary, size]`; null where only embeddings were given, unless the head is tied. */
  readonly words: Value | null
}

/** Runs a decoder of any kin of GPT and Llama, in the scope of its body's name. */
export function decoderBody(context: GraphContext, spec: DecoderSpec, inputs: DecoderInputs): DecoderOutputs {
  const { graph } = context
  const { body = 'model', layers = 'layers', finalNorm = 'norm' } = spec.names ?? {}
  return scoped(context, body, () => {
    const { x: embedded, words } = embed(context, spec, inputs)
    const masks = masksOf(context, spec, inputs, embedded)
    const turns = rotationsOf(context, spec, inputs)
    const present: (KeyValueCache | undefined)[] = []
    let x = behindEmbedding(context, spec, inputs, embedded)
    spec.layers.forEach((layerSpec, layer) => {
      const mixerInputs: MixerInputs = {
        mask: masks.get(layerSpec.window)!,
        attentionMask: inputs.attentionMask,
        positions: inputs.positions,
        rotate: layerSpec.rotary && turns.get(rotaryKey(layerSpec.rotary)),
        past: inputs.past?.[layer],
        layer,
      }
      x = graph.scope(`${layers}.${layerSpec.path ?? layer}`, () =>
        decoderLayer(context, x, spec, layerSpec, mixerInputs, (kept) => present.push(kept)),
      )
    })
    const normed = finalNorm === null ? x : normOf(context, x, { ...spec.norm, name: finalNorm, size: spec.size })
    return { hidden: normed, present, words }
  })
}

/** Scores of all tokens: `[batch, length, size] → [batch, length, vocabulary]`, in the outer scope. */
export function decoderLogits(
  context: GraphContext,
  spec: DecoderSpec,
  { hidden, words }: Pick<DecoderOutputs, 'hidden' | 'words'>,
): Value {
  const { graph } = context
  const { size, vocabulary, logits: { tied = true, bias = false, scale = 1, softCap: cap } = {}, embedding: { projected } = {} } = spec
  const narrowed = projected
    ? scoped(context, spec.names?.body ?? 'model', () =>
        linear(context, hidden, { name: projected.output, inputSize: size, outputSize: projected.size, bias: false }),
      )
    : hidden
  const inputSize = projected?.size ?? size
  const scores =
    tied && words !== null
      ? tiedScores(context, narrowed, words, spec)
      : linear(context, narrowed, { name: spec.names?.head ?? 'lm_head', inputSize, outputSize: vocabulary, bias })
  const scaled = scale === 1 ? scores : graph.node('Mul', [scores, graph.constant('float32', scale)])
  return cap === undefined ? scaled : softCap(context, scaled, cap)
}

function tiedScores(context: GraphContext, hidden: Value, words: Value, { names, vocabulary, logits }: DecoderSpec): Value {
  const scores = tiedHead(context, hidden, words)
  if (!logits?.bias) return scores
  return context.graph.scope(names?.head ?? 'lm_head', () => context.graph.node('Add', [scores, context.weight('bias', [vocabulary])]))
}

function scoped<Result>(context: GraphContext, name: string, body: () => Result): Result {
  return name === '' ? body() : context.graph.scope(name, body)
}

function embed(context: GraphContext, spec: DecoderSpec, { ids, embeddings }: DecoderInputs): { x: Value; words: Value | null } {
  const { tokens = 'embed_tokens' } = spec.names ?? {}
  const isTied = spec.logits?.tied ?? true
  if (embeddings !== undefined && !isTied) return { x: embeddings, words: null }
  const table = embedding(context, { name: tokens, count: spec.vocabulary, size: spec.embedding?.projected?.size ?? spec.size })
  if (embeddings !== undefined) return { x: embeddings, words: table.weight }
  if (ids === undefined) throw new TypeError('a decoder needs token ids or embeddings')
  return { x: table.lookup(ids), words: table.weight }
}

/** Scale, projection, positions and norm between the table of tokens and the first layer. */
function behindEmbedding(context: GraphContext, spec: DecoderSpec, { positions, embeddings }: DecoderInputs, embedded: Value): Value {
  const { graph } = context
  const { scale = 1, norm, projected } = spec.embedding ?? {}
  let x = scale === 1 || embeddings !== undefined ? embedded : graph.node('Mul', [embedded, graph.constant('float32', scale)])
  if (projected) x = linear(context, x, { name: projected.input, inputSize: projected.size, outputSize: spec.size, bias: false })
  if (spec.positions) x = graph.node('Add', [x, absolutePositions(context, spec, positions)])
  if (norm === undefined) return x
  return normOf(context, x, {
    ...(typeof norm === 'string' ? { name: norm, ...spec.norm } : { name: norm.name, ...norm.norm }),
    size: spec.size,
  })
}

function absolutePositions(context: GraphContext, { positions: spec, size }: DecoderSpec, positions: Value): Value {
  const { graph } = context
  const { kind, name, count, offset = 0 } = spec!
  const shifted = offset === 0 ? positions : graph.node('Add', [positions, graph.constant('int64', offset)])
  if (kind === 'learned') return learnedPositions(context, { name, count: count + offset, size, positions: shifted })
  return graph.scope(name, () => {
    const rows = kind === 'sinusoidal' ? sinusoids(count + offset, size) : waves(count + offset, size)
    const table = { type: 'float32', dims: [count + offset, size], data: rows } as const
    return graph.node('Gather', [context.fixed('weights', table), shifted], { axis: 0 })
  })
}

function masksOf(context: GraphContext, spec: DecoderSpec, inputs: DecoderInputs, queries: Value): Map<number | undefined, Value> {
  const windows = [...new Set(spec.layers.map(({ window }) => window))]
  return new Map(
    windows.map((window) => [
      window,
      inputs.mask?.(window) ??
        causalMask(context, {
          queries: inputs.ids ?? queries,
          attentionMask: inputs.attentionMask,
          ...(window === undefined ? {} : { window }),
        }),
    ]),
  )
}

function rotationsOf(context: GraphContext, spec: DecoderSpec, inputs: DecoderInputs): Map<string, NonNullable<MixerInputs['rotate']>> {
  const turns = new Map<string, NonNullable<MixerInputs['rotate']>>()
  for (const { rotary } of spec.layers) {
    if (rotary === undefined || turns.has(rotaryKey(rotary))) continue
    const angles = inputs.angles?.(rotary) ?? anglesOf(context, inputs.positions, rotary)
    turns.set(rotaryKey(rotary), (x, headSize) => rotate(context, x, angles, rotary, headSize))
  }
  return turns
}

const rotaryKey = (rotary: RotarySpec): string => JSON.stringify(rotary)

function decoderLayer(
  context: GraphContext,
  x: Value,
  spec: DecoderSpec,
  layer: LayerSpec,
  inputs: MixerInputs,
  keep: (present: KeyValueCache | undefined) => void,
): Value {
  const { graph } = context
  const { size } = spec
  const { residual = 'pre', residualScale = 1 } = layer
  const mix = (y: Value): Value => {
    const { mixer } = layer
    const { output, present } = typeof mixer === 'function' ? mixer(context, y, inputs) : decoderAttention(context, y, size, mixer, inputs)
    keep(present)
    return output
  }
  const feed = (y: Value): Value => decoderFeedForward(context, y, size, layer.feedForward, inputs.layer)
  const norm = (y: Value, name: string): Value => normOf(context, y, { ...spec.norm, name, size })
  if (typeof residual === 'function') return residual(context, x, { mix, feed, norm })
  const add = (a: Value, b: Value): Value =>
    graph.node('Add', [a, residualScale === 1 ? b : graph.node('Mul', [b, graph.constant('float32', residualScale)])])
  const nth = (index: number, fallback: string): string => layer.norms?.[index] ?? fallback
  switch (residual) {
    case 'pre': {
      const middle = add(x, mix(norm(x, nth(0, 'input_layernorm'))))
      return add(middle, feed(norm(middle, nth(1, 'post_attention_layernorm'))))
    }
    case 'post': {
      const middle = norm(add(x, mix(x)), nth(0, 'input_layernorm'))
      return norm(add(middle, feed(middle)), nth(1, 'post_attention_layernorm'))
    }
    case 'output': {
      const middle = add(x, norm(mix(x), nth(0, 'post_attention_layernorm')))
      return add(middle, norm(feed(middle), nth(1, 'post_feedforward_layernorm')))
    }
    case 'sandwich': {
      const middle = add(x, norm(mix(norm(x, nth(0, 'input_layernorm'))), nth(1, 'post_attention_layernorm')))
      const fed = feed(norm(middle, nth(2, 'pre_feedforward_layernorm')))
      return add(middle, norm(fed, nth(3, 'post_feedforward_layernorm')))
    }
    case 'parallel': {
      const normed = norm(x, nth(0, 'input_layernorm'))
      return add(add(x, mix(normed)), feed(normed))
    }
    case 'parallel-two': {
      const mixed = mix(norm(x, nth(0, 'input_layernorm')))
      return add(add(x, mixed), feed(norm(x, nth(1, 'post_attention_layernorm'))))
    }
  }
}
