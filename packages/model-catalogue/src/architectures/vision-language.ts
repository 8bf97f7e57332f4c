import type { Value } from '@vitest-hardware/onnx-graph'
import { embedding } from '../blocks/embedding.ts'
import { placeWhere } from '../blocks/placed-features.ts'
import { maskedPositions } from '../blocks/position.ts'
import type { RotarySpec } from '../blocks/rotary-layout.ts'
import type { RotaryAngles } from '../blocks/rotary-position.ts'
import { multiAxisRotary } from '../blocks/multi-axis-rotary.ts'
import type { GraphContext } from '../graph-context.ts'
import { batch, idsInput, sequence } from '../graphs/text-inputs.ts'
import { decoderBody, decoderLogits } from './causal-decoder.ts'
import type { DecoderSpec } from './decoder-spec.ts'

/** Something other than text that stands in the text: its token and what makes its features. */
export interface Modality {
  /** Id of the token whose places the features take, or a mask of the places, bool `[batch, length]`. */
  readonly token: number | ((context: GraphContext) => Value)
  /** Declares the modality's inputs and gives features whose last axis is the decoder's width, equally many for each text. */
  readonly features: (context: GraphContext, text: TextParts) => Value
}

/** What a vision-language graph's text gives. */
export interface TextParts {
  /** int64 `[batch, length]` */
  readonly ids: Value
  /** int64 `[batch, length]` */
  readonly attentionMask: Value
  /** The text's embeddings with features in place, `[batch, length, size]`; those of the text alone for {@link Modality.features}. */
  readonly embeddings: Value
}

export interface VisionLanguageSpec {
  readonly decoder: DecoderSpec
  /** In the order in which their inputs are declared. */
  readonly modalities: readonly Modality[]
  /** Scope of the whole model below the head. @default 'model' */
  readonly scope?: string
  /**
   * `counted` from the attention mask, `given` as `position_ids` `[batch, length]`, or by time, row and column, `[3, batch, length]`. @default 'given'
   */
  readonly positions?: 'counted' | 'given' | ThreefoldPositions
  /** Rows of the table of tokens, where they are more than scores. @default the vocabulary */
  readonly tokenRows?: number
  /** Factor on features, where the embeddings' own is not theirs; embeddings are scaled before. @default 1 */
  readonly featureScale?: number
  /** What is added when all features are in place, whose places (bool `[batch, length]`, one for each modality) it is given. */
  readonly finish?: (context: GraphContext, embeddings: Value, places: readonly Value[]) => Value
  /** Additive mask in place of the causal one, with the layer's window. @default causal */
  readonly mask?: (context: GraphContext, text: TextParts) => (window: number | undefined) => Value
  /** The decoder of one graph, where its layers need what modalities made. @default `decoder` */
  readonly decoderFor?: (context: GraphContext, text: TextParts) => DecoderSpec
}

/** Rotation by time, row and column: for each frequency the axis that it turns by. */
export interface ThreefoldPositions {
  readonly axes: readonly number[]
}

/** A whole forward pass: `logits` `[batch, length, vocabulary]`, or `last_hidden_state` for the body alone. */
export function visionLanguageGraph(context: GraphContext, spec: VisionLanguageSpec, output: 'logits' | 'last_hidden_state'): void {
  const { graph } = context
  const result = visionLanguageBody(context, spec)
  if (output === 'last_hidden_state') graph.output(output, result.hidden, 'float32', [batch, sequence, spec.decoder.size])
  else graph.output(output, decoderLogits(context, result.decoder, result), 'float32', [batch, sequence, spec.decoder.vocabulary])
}

export interface VisionLanguageBody {
  readonly hidden: Value
  readonly words: Value | null
  readonly decoder: DecoderSpec
  readonly attentionMask: Value
}

/** Hidden states behind the decoder's final norm, and what heads need besides. */
export function visionLanguageBody(context: GraphContext, spec: VisionLanguageSpec): VisionLanguageBody {
  const { graph } = context
  const { decoder, positions = 'given', scope = 'model' } = spec
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const places = positionsOf(context, positions, attentionMask)
  const within = <Result>(body: () => Result): Result => (scope === '' ? body() : graph.scope(scope, body))
  return within(() => {
    const text = embedText(context, decoder, ids, spec.tokenRows)
    const found: Value[] = []
    const placed = spec.modalities.reduce((embedded, { token, features }) => {
      const made = features(context, { ids, attentionMask, embeddings: text })
      const isPlace = typeof token === 'number' ? graph.node('Equal', [ids, graph.constant('int64', token)]) : token(context)
      found.push(isPlace)
      return placeWhere(context, { isPlace, embeddings: embedded, features: scaled(context, made, spec.featureScale), size: decoder.size })
    }, text)
    const embeddings = spec.finish?.(context, placed, found) ?? placed
    const parts = { ids, attentionMask, embeddings }
    const chosen = spec.decoderFor?.(context, parts) ?? decoder
    const mask = spec.mask?.(context, parts)
    const result = decoderBody(context, chosen, {
      embeddings,
      attentionMask,
      positions: places,
      ...(mask ? { mask } : {}),
      ...(typeof positions === 'object' ? { angles: threefoldAngles(context, places, positions) } : {}),
    })
    return { hidden: result.hidden, words: result.words, decoder: chosen, attentionMask }
  })
}

function positionsOf(context: GraphContext, positions: NonNullable<VisionLanguageSpec['positions']>, attentionMask: Value): Value {
  if (positions === 'counted') return maskedPositions(context, attentionMask)
  if (positions === 'given') return idsInput(context, 'position_ids')
  return context.graph.input('position_ids', 'int64', [3, batch, sequence])
}

function threefoldAngles(context: GraphContext, positions: Value, { axes }: ThreefoldPositions): (rotary: RotarySpec) => RotaryAngles {
  return ({ size, theta = 10_000, layout = 'half' }) =>
    multiAxisRotary(context, { positions, size, theta, axes, layout: layout === 'interleaved' ? 'interleaved' : 'half' })
}

/** The decoder's own table of tokens, looked up and scaled as it would: `[batch, length, size]`. */
export function embedText(
  context: GraphContext,
  { names, vocabulary, size, embedding: { scale = 1 } = {} }: DecoderSpec,
  ids: Value,
  rows = vocabulary,
): Value {
  const { graph } = context
  const look = (): Value => {
    const looked = embedding(context, { name: names?.tokens ?? 'embed_tokens', count: rows, size }).lookup(ids)
    return scale === 1 ? looked : graph.node('Mul', [looked, graph.constant('float32', scale)])
  }
  return names?.body === '' ? look() : graph.scope(names?.body ?? 'model', look)
}

function scaled(context: GraphContext, features: Value, factor = 1): Value {
  return factor === 1 ? features : context.graph.node('Mul', [features, context.graph.constant('float32', factor)])
}
