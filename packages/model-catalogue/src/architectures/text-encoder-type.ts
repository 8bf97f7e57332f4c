import type { Value } from '@vitest-hardware/onnx-graph'
import { spanClassifier } from '../heads/causal-text.ts'
import {
  choiceClassifier,
  choices,
  maskedLanguageLogits,
  type MaskedLanguageHead,
  nextSentenceClassifier,
  pooled,
  replacedTokenDetector,
  stackChoices,
  type Summary,
  summaryLogits,
  textClassifier,
  type TextFeatures,
  textLabels,
  textTokenClassifier,
} from '../heads/text.ts'
import type { GraphContext } from '../graph-context.ts'
import { batch, idsInput, sequence } from '../graphs/text-inputs.ts'
import type { GraphFile, ModelConfig, ModelType, Preprocessor, Task, TaskHead } from '../model-type.ts'
import { encodeText, type TextEncoderSpec, type TextInputs } from './text-encoder.ts'

/** Heads that encoders of text have. */
export type EncoderTask =
  | 'feature-extraction'
  | 'text-encoding'
  | 'fill-mask'
  | 'pretraining'
  | 'text-generation'
  | 'text-classification'
  | 'token-classification'
  | 'question-answering'
  | 'multiple-choice'
  | 'next-sentence-prediction'

export interface EncoderTypeOptions {
  /** `architectures[0]` is the class of the first task. */
  readonly config: ModelConfig
  readonly spec: TextEncoderSpec
  /** Module name of the base model, e.g. `bert`. */
  readonly scope: string
  /** Upstream's class names up to `Model` or `For…`. */
  readonly prefix: string
  /** The first is the default. */
  readonly tasks: readonly [EncoderTask, ...EncoderTask[]]
  /** Absent where the type has no such head. */
  readonly masked?: MaskedLanguageHead
  /** How texts are classified. */
  readonly summary: Summary
  /** How the bare model sums a text up besides, as `pooler_output`. @default not at all */
  readonly pooler?: Extract<Summary, { kind: 'pooler' }>
  /** What `pretraining` is: masked words alone, masked words and the order of sentences, or replaced tokens. @default 'masked' */
  readonly pretraining?: 'masked' | 'masked-and-order' | 'replaced'
  /** Classes whose names are not the prefix and the usual ending. */
  readonly classes?: Readonly<Partial<Record<EncoderTask, string>>>
  /** Further inputs by name and axes behind the batch and the sequence, e.g. `{ bbox: [4] }`. @default none */
  readonly inputs?: Readonly<Record<string, readonly number[]>>
  /** In place of {@link encodeText}, for an encoder that no spec describes; runs in {@link scope}. */
  readonly body?: (context: GraphContext, inputs: TextInputs) => TextFeatures
  readonly preprocessor: Preprocessor
  readonly transformersJs?: ModelType['transformersJs']
  readonly note?: string
}

const endings: Readonly<Record<EncoderTask, string>> = {
  'feature-extraction': 'Model',
  'text-encoding': 'Model',
  'fill-mask': 'ForMaskedLM',
  pretraining: 'ForPreTraining',
  'text-generation': 'ForCausalLM',
  'text-classification': 'ForSequenceClassification',
  'token-classification': 'ForTokenClassification',
  'question-answering': 'ForQuestionAnswering',
  'multiple-choice': 'ForMultipleChoice',
  'next-sentence-prediction': 'ForNextSentencePrediction',
}

/** A type whose every head stands on one encoder of text. */
export function encoderType(type: string, options: EncoderTypeOptions): ModelType {
  const [first, ...others] = options.tasks
  const graphs = (task: EncoderTask): readonly [GraphFile] => [{ name: 'model', build: (context) => buildHead(context, task, options) }]
  const { transformersJs = null } = options
  const missing =
    transformersJs === null && options.note?.includes('Transformers.js') !== true ? [`Transformers.js 4.3 has no class for ${type}`] : []
  const note = [...(options.note === undefined ? [] : [options.note]), ...missing].join('; ')
  const labelled = new Set<EncoderTask>(['text-classification', 'token-classification'])
  return {
    type,
    tasks: options.tasks,
    config: options.config,
    preprocessor: options.preprocessor,
    graphs: graphs(first),
    heads: Object.fromEntries(
      others.map((task): [Task, TaskHead] => [
        task,
        { architecture: classOf(task, options), graphs: graphs(task), ...(labelled.has(task) ? { config: textLabels } : {}) },
      ]),
    ),
    transformersJs,
    ...(note === '' ? {} : { note }),
  }
}

function classOf(task: EncoderTask, { prefix, classes, pretraining = 'masked' }: EncoderTypeOptions): string {
  if (classes?.[task] !== undefined) return classes[task]
  return `${prefix}${task === 'pretraining' && pretraining === 'masked' ? endings['fill-mask'] : endings[task]}`
}

function buildHead(context: GraphContext, task: EncoderTask, options: EncoderTypeOptions): void {
  const { graph } = context
  const { spec, summary, masked } = options
  if (task === 'multiple-choice') {
    const { inputs, count } = choiceInputs(context, options)
    choiceClassifier(context, encode(context, options, inputs), summary, count)
    return
  }
  const text = encode(context, options, declaredInputs(context, options), task === 'text-generation')
  switch (task) {
    case 'feature-extraction':
    case 'text-encoding':
      graph.output('last_hidden_state', text.hidden, 'float32', [batch, sequence, text.size])
      if (options.pooler !== undefined) graph.output('pooler_output', pooled(context, text, options.pooler), 'float32', [batch, text.size])
      return
    case 'text-classification':
      return textClassifier(context, text, summary)
    case 'token-classification':
      return textTokenClassifier(context, text)
    case 'question-answering':
      return spanClassifier(context, text)
    case 'next-sentence-prediction':
      return nextSentenceClassifier(context, text, summary)
    case 'pretraining':
      if (options.pretraining === 'replaced') return replacedTokenDetector(context, text, spec.activation)
      graph.output('logits', maskedLanguageLogits(context, text, masked!, spec.vocabulary), 'float32', [batch, sequence, spec.vocabulary])
      if (options.pretraining === 'masked-and-order') {
        graph.output('seq_relationship_logits', summaryLogits(context, text, summary, 2, 'cls.seq_relationship'), 'float32', [batch, 2])
      }
      return
    case 'fill-mask':
    case 'text-generation':
      graph.output('logits', maskedLanguageLogits(context, text, masked!, spec.vocabulary), 'float32', [batch, sequence, spec.vocabulary])
  }
}

function encode(context: GraphContext, { scope, spec, body }: EncoderTypeOptions, inputs: TextInputs, causal = false): TextFeatures {
  return context.graph.scope(scope, () => body?.(context, inputs) ?? encodeText(context, spec, inputs, { causal }))
}

function hasTypesInput({ tokenTypes, hasOneType }: TextEncoderSpec): boolean {
  return tokenTypes > 0 && hasOneType !== true
}

function declaredInputs(context: GraphContext, { spec, inputs = {} }: EncoderTypeOptions): TextInputs {
  const further = (): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(inputs).map(([name, axes]) => [name, context.graph.input(name, 'int64', [batch, sequence, ...axes])]))
  return {
    ids: idsInput(context, 'input_ids'),
    attentionMask: idsInput(context, 'attention_mask'),
    tokenTypes: hasTypesInput(spec) ? idsInput(context, 'token_type_ids') : undefined,
    further: further(),
  }
}

function choiceInputs(context: GraphContext, { spec }: EncoderTypeOptions): { readonly inputs: TextInputs; readonly count: Value } {
  const stack = (name: string): { readonly stacked: Value; readonly count: Value } =>
    stackChoices(context, context.graph.input(name, 'int64', [batch, choices, sequence]))
  const { stacked: ids, count } = stack('input_ids')
  const { stacked: attentionMask } = stack('attention_mask')
  const tokenTypes = hasTypesInput(spec) ? stack('token_type_ids').stacked : undefined
  return { inputs: { ids, attentionMask, tokenTypes, further: {} }, count }
}
