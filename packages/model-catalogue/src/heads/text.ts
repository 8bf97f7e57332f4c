import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { reshape, slice, squeeze } from '../blocks/arithmetic.ts'
import { tiedHead } from '../blocks/embedding.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import type { GraphContext } from '../graph-context.ts'
import { batch, sequence } from '../graphs/text-inputs.ts'

/** Labels of each classifier over texts. */
export const textLabelCount = 3
/** Free dimension of answers to choose from. */
export const choices = 'num_choices'

/** The fields that a classifier's `config.json` has besides. */
export const textLabels = {
  num_labels: textLabelCount,
  id2label: Object.fromEntries(Array.from({ length: textLabelCount }, (_, index) => [String(index), `LABEL_${index}`])),
  label2id: Object.fromEntries(Array.from({ length: textLabelCount }, (_, index) => [`LABEL_${index}`, index])),
}

/** What an encoder makes of a text. */
export interface TextFeatures {
  /** float32 `[batch, length, size]` */
  readonly hidden: Value
  readonly size: number
  /** Table of the words' embeddings `[vocabulary, embedding size]`, for tied heads; absent where the model has none. */
  readonly words?: Value
}

export interface MaskedLanguageHead {
  /** Scope of the head, such as `cls.predictions` or `lm_head`. */
  readonly scope: string
  readonly dense: string
  readonly norm: string
  readonly bias: string
  readonly activation: Activation
  readonly epsilon: number
  /** Of what the dense layer gives: the words' embedding size. @default the hidden size */
  readonly innerSize?: number
  /** The words' embeddings are this wide, and a table of its own stands beside them for the rest of the hidden size (MobileBERT). @default the hidden size */
  readonly wideDecoder?: number
  /** Name of a decoder with weights of its own. @default none: the words' embeddings are the decoder */
  readonly decoder?: string
}

/** Dense, activation, norm, decoder, bias: `[batch, length, size] → [batch, length, vocabulary]` (Devlin et al. 2019, arXiv:1810.04805, §3.1). */
export function maskedLanguageLogits(
  context: GraphContext,
  { hidden, size, words }: TextFeatures,
  head: MaskedLanguageHead,
  vocabulary: number,
): Value {
  const { graph } = context
  const { innerSize = size } = head
  return graph.scope(head.scope, () => {
    const dense = activate(context, linear(context, hidden, { name: head.dense, inputSize: size, outputSize: innerSize }), head.activation)
    const normed = layerNorm(context, dense, { name: head.norm, size: innerSize, epsilon: head.epsilon })
    const scores =
      head.decoder === undefined
        ? tiedHead(
            context,
            normed,
            head.wideDecoder === undefined
              ? words!
              : graph.node('Concat', [words!, context.weight('dense.weight', [vocabulary, innerSize - head.wideDecoder])], { axis: 1 }),
          )
        : linear(context, normed, { name: head.decoder, inputSize: innerSize, outputSize: vocabulary, bias: false })
    return graph.node('Add', [scores, context.weight(head.bias, [vocabulary])])
  })
}

/** The first token, `[batch, length, size] → [batch, size]`. */
export function firstToken(context: GraphContext, hidden: Value): Value {
  return squeeze(context, slice(context, hidden, 1, 0, 1), 1)
}

/** How a text becomes one vector. */
export type Summary =
  /** A dense layer over the first token, within the base model or beside it: `bert.pooler.dense` and tanh. */
  | { readonly kind: 'pooler'; readonly scope: string; readonly activation?: Activation }
  /** The classifier has a dense layer of its own: `classifier.dense`, activation, `classifier.out_proj`, or as `names` has them. */
  | {
      readonly kind: 'dense'
      readonly activation: Activation
      readonly scope?: string
      readonly names?: { readonly dense: string; readonly output: string }
    }
  /** The first token as it is. */
  | { readonly kind: 'first' }

/** The vector that the model's own pooler gives, `[batch, size]`. */
export function pooled(
  context: GraphContext,
  { hidden, size }: TextFeatures,
  { scope, activation = 'tanh' }: Extract<Summary, { kind: 'pooler' }>,
): Value {
  return context.graph.scope(scope, () =>
    activate(context, linear(context, firstToken(context, hidden), { name: 'dense', inputSize: size, outputSize: size }), activation),
  )
}

/** Scores of a whole text, `[batch, count]`. */
export function summaryLogits(context: GraphContext, text: TextFeatures, summary: Summary, count: number, name = 'classifier'): Value {
  const { graph } = context
  const { size } = text
  if (summary.kind === 'pooler') return linear(context, pooled(context, text, summary), { name, inputSize: size, outputSize: count })
  const first = firstToken(context, text.hidden)
  if (summary.kind === 'first') return linear(context, first, { name, inputSize: size, outputSize: count })
  const { names = { dense: 'dense', output: 'out_proj' } } = summary
  return graph.scope(summary.scope ?? name, () => {
    const dense = activate(context, linear(context, first, { name: names.dense, inputSize: size, outputSize: size }), summary.activation)
    return linear(context, dense, { name: names.output, inputSize: size, outputSize: count })
  })
}

/** Declares `logits` `[batch, labels]`. */
export function textClassifier(context: GraphContext, text: TextFeatures, summary: Summary, name?: string): void {
  context.graph.output('logits', summaryLogits(context, text, summary, textLabelCount, name), 'float32', [batch, textLabelCount])
}

/** Declares `logits` `[batch, choices]` of texts that stand below each other, `[batch·choices, length, size]`. */
export function choiceClassifier(context: GraphContext, text: TextFeatures, summary: Summary, choiceCount: Value, name?: string): void {
  const { graph } = context
  const scores = summaryLogits(context, text, summary, 1, name)
  const shape = graph.node('Concat', [graph.constant('int64', [-1]), choiceCount], { axis: 0 })
  graph.output('logits', graph.node('Reshape', [scores, shape]), 'float32', [batch, choices])
}

/** Texts `[batch, choices, length]` below each other: `[batch·choices, length]`, and the number of choices, int64 `[1]`. */
export function stackChoices(context: GraphContext, x: Value): { readonly stacked: Value; readonly count: Value } {
  const { graph } = context
  const length = graph.node('Shape', [x], { start: 2, end: 3 })
  const shape = graph.node('Concat', [graph.constant('int64', [-1]), length], { axis: 0 })
  return { stacked: graph.node('Reshape', [x, shape]), count: graph.node('Shape', [x], { start: 1, end: 2 }) }
}

/** Declares `logits` `[batch, length, labels]`. */
export function textTokenClassifier(context: GraphContext, { hidden, size }: TextFeatures, name = 'classifier'): void {
  const scores = linear(context, hidden, { name, inputSize: size, outputSize: textLabelCount })
  context.graph.output('logits', scores, 'float32', [batch, sequence, textLabelCount])
}

/** Declares `logits` `[batch, 2]`: whether the second text follows the first. */
export function nextSentenceClassifier(context: GraphContext, text: TextFeatures, summary: Summary, name = 'cls.seq_relationship'): void {
  context.graph.output('logits', summaryLogits(context, text, summary, 2, name), 'float32', [batch, 2])
}

/** Declares `logits` `[batch, length]`: whether a token was replaced (Clark et al. 2020, arXiv:2003.10555, §2). */
export function replacedTokenDetector(
  context: GraphContext,
  { hidden, size }: TextFeatures,
  activation: Activation,
  scope = 'discriminator_predictions',
): void {
  const { graph } = context
  const scores = graph.scope(scope, () => {
    const dense = activate(context, linear(context, hidden, { name: 'dense', inputSize: size, outputSize: size }), activation)
    return linear(context, dense, { name: 'dense_prediction', inputSize: size, outputSize: 1 })
  })
  graph.output('logits', reshape(context, scores, [0, -1]), 'float32', [batch, sequence])
}
