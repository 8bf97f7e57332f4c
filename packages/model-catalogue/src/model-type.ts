import type { GraphContext } from './graph-context.ts'

/** Pipeline task by the hub's name; the graph's head and the preprocessor follow from it. */
export type Task = string

/** `config.json` as upstream writes it, with tiny sizes. */
export interface ModelConfig {
  readonly model_type: string
  readonly architectures: readonly string[]
  readonly [field: string]: unknown
}

/**
 * Upstream's tokenizer classes that the folder writer can make, each with its real algorithm, special tokens and template on a vocabulary of 128 tokens.
 * A config's `vocab_size` is {@link vocabularySize}.
 */
export type TokenizerClass =
  | 'BertTokenizer'
  | 'DistilBertTokenizer'
  | 'RobertaTokenizer'
  | 'BartTokenizer'
  | 'DebertaV2Tokenizer'
  | 'GPT2Tokenizer'
  | 'Qwen2Tokenizer'
  | 'LlamaTokenizer'
  | 'PreTrainedTokenizerFast'
  | 'GemmaTokenizer'
  | 'GPTNeoXTokenizer'
  | 'T5Tokenizer'
  | 'CLIPTokenizer'
  | 'SiglipTokenizer'
  | 'WhisperTokenizer'
  | 'Wav2Vec2CTCTokenizer'

/** Number of tokens of every tokenizer here. */
export const vocabularySize = 128

/** What turns a user's text, image or sound into inputs; a tokenizer's files are written from it, others stand in {@link ModelType.files}. */
export type Preprocessor =
  | { readonly kind: 'text'; readonly tokenizer: TokenizerClass }
  | { readonly kind: 'image'; readonly processorClass: string }
  | { readonly kind: 'audio'; readonly extractorClass: string; readonly tokenizer?: TokenizerClass }
  | {
      readonly kind: 'multimodal'
      readonly tokenizer: TokenizerClass
      readonly processorClass: string
      readonly imageProcessorClass: string
    }
  | { readonly kind: 'none' }

/** One graph file of a folder; most types have only `model`. */
export interface GraphFile {
  /**
   * Without `.onnx`: a name below `onnx/` such as `model`, `encoder_model`, `decoder_model_merged`,
   * or a path from the folder's root such as `unet/model`, as pipelines have it.
   */
  readonly name: string
  readonly build: (context: GraphContext) => void
}

/** What a task other than the default needs: the same body under another head. */
export interface TaskHead {
  /** Upstream's class, e.g. `BertForTokenClassification`: the folder's `architectures`. */
  readonly architecture: string
  readonly graphs: readonly [GraphFile, ...GraphFile[]]
  /** Fields that this head's `config.json` has besides, such as its labels. */
  readonly config?: Readonly<Record<string, unknown>>
}

/** A known defect of a runtime that a type meets. */
export interface Quirk {
  /** Rewriting the graph is what goes wrong. */
  readonly graphOptimizationLevel: 'disabled'
  /** What is wrong, of which version. */
  readonly reason: string
}

/** How a model type is built: its tiny config, and the graphs that its blocks make. What upstream says of it stands in {@link ModelTypeFacts}. */
export interface ModelType {
  /** The hub's type string, exactly as upstream. */
  readonly type: string
  /** The first is the default; the others stand in {@link ModelType.heads}. */
  readonly tasks: readonly [Task, ...Task[]]
  readonly config: ModelConfig
  readonly preprocessor: Preprocessor
  /** Of the default task. The first is what `modelTest({ model })` runs. */
  readonly graphs: readonly [GraphFile, ...GraphFile[]]
  /** One for each further task. */
  readonly heads?: Readonly<Record<Task, TaskHead>>
  /** Transformers.js' class for the default task, e.g. `AutoModelForMaskedLM`; null where it does not support the type, with the reason in `note`. */
  readonly transformersJs: { readonly autoClass: string; readonly modelClass: string } | null
  /** Further JSON files of the folder by their path, such as `preprocessor_config.json` or `model_index.json`. */
  readonly files?: Readonly<Record<string, unknown>>
  /** How it must be run where a runtime's own way of running it is known to be wrong. */
  readonly quirk?: Quirk
  /** What is particular, for people. */
  readonly note?: string
}

/** The type as a folder for one task has it: that head's graphs, class and config. */
export function forTask(type: ModelType, task: Task): ModelType {
  if (task === type.tasks[0]) return type
  const head = type.heads?.[task]
  if (head === undefined) throw new RangeError(`${type.type} has no head for ${task}`)
  const { heads: _, ...rest } = type
  return { ...rest, tasks: [task], graphs: head.graphs, config: { ...type.config, ...head.config, architectures: [head.architecture] } }
}
