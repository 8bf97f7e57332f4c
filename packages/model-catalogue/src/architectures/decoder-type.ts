import type { GraphContext } from '../graph-context.ts'
import { causalLabels, hiddenStateOutput, lastTokenClassifier, spanClassifier, tokenClassifier } from '../heads/causal-text.ts'
import type { GraphFile, ModelConfig, ModelType, Task, TaskHead, TokenizerClass } from '../model-type.ts'
import { decoderHidden, textGenerationGraph } from './decoder-graphs.ts'
import type { DecoderSpec } from './decoder-spec.ts'

/** Heads that decoders have besides text generation. */
export type DecoderTask =
  | 'feature-extraction'
  | 'pretraining'
  | 'any-to-any'
  | 'text-classification'
  | 'token-classification'
  | 'question-answering'

export interface DecoderTypeOptions {
  /** `architectures[0]` is the class for text generation. */
  readonly config: ModelConfig
  /** Upstream's default task where the class for text generation goes by another name. @default 'text-generation' */
  readonly task?: Task
  readonly spec: DecoderSpec
  /** Upstream's class names up to `Model` or `For…`. @default that of the class for text generation */
  readonly prefix?: string
  /** Besides `feature-extraction`. */
  readonly heads?: readonly DecoderTask[]
  /** Module name of the head that labels tokens. @default 'score' */
  readonly tokenHead?: string
  /** Upstream's tokenizer, or null where none here is of its algorithm. @default 'PreTrainedTokenizerFast' */
  readonly tokenizer?: TokenizerClass | null
  /** False where Transformers.js has no class for text generation, or why it cannot run its own. @default true */
  readonly transformersJs?: boolean | string
  readonly note?: string
}

/** A type whose every head stands on one decoder; its first task is text generation. */
export function decoderType(type: string, options: DecoderTypeOptions): ModelType {
  const { config, spec, heads = [], tokenizer = 'PreTrainedTokenizerFast', transformersJs = true } = options
  const causal = config.architectures[0]!
  const tasks: readonly DecoderTask[] = ['feature-extraction', ...heads]
  const isSupported = transformersJs === true
  const missing = isSupported ? [] : [transformersJs === false ? `Transformers.js 4.3 has no class for ${type}` : transformersJs]
  const note = [...(options.note === undefined ? [] : [options.note]), ...missing].join('; ')
  return {
    type,
    tasks: [options.task ?? 'text-generation', ...tasks],
    config,
    preprocessor: tokenizer === null ? { kind: 'none' } : { kind: 'text', tokenizer },
    graphs: [graph((context) => textGenerationGraph(context, spec))],
    heads: Object.fromEntries(tasks.map((task): [Task, TaskHead] => [task, decoderHead(task, causal, options)])),
    transformersJs: isSupported ? { autoClass: 'AutoModelForCausalLM', modelClass: causal } : null,
    ...(note === '' ? {} : { note }),
  }
}

function decoderHead(
  task: DecoderTask,
  causal: string,
  { spec, prefix = prefixOf(causal), tokenHead = 'score' }: DecoderTypeOptions,
): TaskHead {
  const text = (context: GraphContext) => ({ ...decoderHidden(context, spec), size: spec.size })
  switch (task) {
    case 'feature-extraction':
      return { architecture: `${prefix}Model`, graphs: [graph((context) => hiddenStateOutput(context, text(context)))] }
    case 'pretraining':
    case 'any-to-any':
      return { architecture: causal, graphs: [graph((context) => textGenerationGraph(context, spec))] }
    case 'text-classification':
      return {
        architecture: `${prefix}ForSequenceClassification`,
        graphs: [graph((context) => lastTokenClassifier(context, text(context)))],
        config: causalLabels,
      }
    case 'token-classification':
      return {
        architecture: `${prefix}ForTokenClassification`,
        graphs: [graph((context) => tokenClassifier(context, text(context), tokenHead))],
        config: causalLabels,
      }
    case 'question-answering':
      return { architecture: `${prefix}ForQuestionAnswering`, graphs: [graph((context) => spanClassifier(context, text(context)))] }
  }
}

function prefixOf(causal: string): string {
  return causal.replace(/(ForCausalLM|LMHeadModel)$/, '')
}

function graph(build: (context: GraphContext) => void): GraphFile {
  return { name: 'model', build }
}
