import type { Value } from '@vitest-hardware/onnx-graph'
import { unitLength } from '../../blocks/normalise.ts'
import type { GraphContext } from '../../graph-context.ts'
import { idsInput } from '../../graphs/text-inputs.ts'

/** Free dimensions of Optimum's exports: texts and images may differ in number. */
export const textBatch = 'text_batch_size'
export const imageBatch = 'image_batch_size'

export interface TextInputs {
  /** int64 `[texts, length]` */
  readonly ids: Value
  /** int64 `[texts, length]` */
  readonly attentionMask: Value | undefined
}

/** Declares `input_ids` and, where the model masks, `attention_mask`. */
export function pairedTextInputs(context: GraphContext, isMasked: boolean): TextInputs {
  const declare = (name: string): Value => context.graph.input(name, 'int64', [textBatch, 'sequence_length'])
  return { ids: declare('input_ids'), attentionMask: isMasked ? declare('attention_mask') : undefined }
}

/** Declares `input_ids` of a text tower alone. */
export function loneTextInputs(context: GraphContext): TextInputs {
  return { ids: idsInput(context, 'input_ids'), attentionMask: undefined }
}

export interface ContrastiveOptions {
  /** `[texts, size]` */
  readonly text: Value
  /** `[images, size]` */
  readonly image: Value
  readonly size: number
  /** Logarithm of the initial temperature's inverse. */
  readonly scale: number
  /** Initial `logit_bias`. @default no bias */
  readonly bias?: number
  /** Bounds of `logit_scale` before the exponential. @default none */
  readonly bounds?: readonly [number, number]
  /** ALIGN's way: the cosines are divided by a learned `temperature` that begins at `scale`. @default false */
  readonly isTemperature?: boolean
}

/**
 * Scores of all pairs: cosine similarity times exp(`logit_scale`), plus `logit_bias` where there is one
 * (Radford et al. 2021, arXiv:2103.00020, Figure 3; Zhai et al. 2023, arXiv:2303.15343, Algorithm 1), with the outputs of Optimum's exports.
 */
export function contrastiveOutputs(context: GraphContext, options: ContrastiveOptions): void {
  const { graph } = context
  const { text, image, size, bias } = options
  const textEmbeds = unitLength(context, text)
  const imageEmbeds = unitLength(context, image)
  const cosine = graph.node('MatMul', [textEmbeds, graph.node('Transpose', [imageEmbeds], { perm: [1, 0] })])
  const scaled = scaledCosine(context, cosine, options)
  const perText = bias === undefined ? scaled : graph.node('Add', [scaled, context.weight('logit_bias', [1], { mean: bias, std: 0.01 })])
  const perImage = graph.node('Transpose', [perText], { perm: [1, 0] })
  graph.output('logits_per_image', perImage, 'float32', [imageBatch, textBatch])
  graph.output('logits_per_text', perText, 'float32', [textBatch, imageBatch])
  graph.output('text_embeds', textEmbeds, 'float32', [textBatch, size])
  graph.output('image_embeds', imageEmbeds, 'float32', [imageBatch, size])
}

function scaledCosine(context: GraphContext, cosine: Value, { scale, bounds, isTemperature }: ContrastiveOptions): Value {
  const { graph } = context
  if (isTemperature) return graph.node('Div', [cosine, context.weight('temperature', [1], { mean: scale, std: 0.01 })])
  const weight = context.weight('logit_scale', [1], { mean: scale, std: 0.01 })
  const bounded = bounds === undefined ? weight : graph.node('Clip', [weight, ...bounds.map((bound) => graph.constant('float32', bound))])
  return graph.node('Mul', [cosine, graph.node('Exp', [bounded])])
}

/** Declares `pixel_values` of a vision tower. */
export function pairedPixels(
  context: GraphContext,
  { channels, size, count = imageBatch }: { readonly channels: number; readonly size: number; readonly count?: string },
): Value {
  return context.graph.input('pixel_values', 'float32', [count, channels, size, size])
}
