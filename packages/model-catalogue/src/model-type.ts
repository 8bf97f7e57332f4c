import type { Family } from '@vitest-hardware/contracts'
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

/** A model type as data: what upstream says of it, and the graphs that its blocks make. */
export interface ModelType {
  /** The hub's type string, exactly as upstream. */
  readonly type: string
  readonly family: Family
  /** The first is the default. */
  readonly tasks: readonly [Task, ...Task[]]
  readonly config: ModelConfig
  readonly preprocessor: Preprocessor
  /** The first is what `modelTest({ model })` runs. */
  readonly graphs: readonly [GraphFile, ...GraphFile[]]
  /** Transformers.js' class for the default task, e.g. `AutoModelForMaskedLM`; null where it does not support the type, with the reason in `note`. */
  readonly transformersJs: { readonly autoClass: string; readonly modelClass: string } | null
  /** Further JSON files of the folder by their path, such as `preprocessor_config.json` or `model_index.json`. */
  readonly files?: Readonly<Record<string, unknown>>
  /** What is particular, for people. */
  readonly note?: string
}
