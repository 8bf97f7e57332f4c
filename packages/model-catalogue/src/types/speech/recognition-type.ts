import { type CrossDecoderSpec, type CrossEncoder, crossHiddenGraph, recognitionGraphs } from '../../architectures/cross-decoder.ts'
import { audioPreprocessor } from '../../folder/preprocessor.ts'
import { type ModelType, type Preprocessor, vocabularySize } from '../../model-type.ts'

/** Sizes of the recognisers here. */
export const size = 32
export const heads = 4
export const headSize = size / heads
export const layers = 2
export const innerSize = 64

interface RecogniserOptions {
  readonly type: string
  readonly prefix: string
  readonly config: Readonly<Record<string, unknown>>
  readonly encoder: CrossEncoder
  readonly decoder: CrossDecoderSpec
  readonly extractor: { readonly type: string; readonly processor: string; readonly fields: Readonly<Record<string, unknown>> }
  readonly preprocessor?: Preprocessor
  /** @default false */
  readonly encoderIsMasked?: boolean
  readonly note: string
}

/** A type that hears with an encoder and writes with a decoder. */
export function recognitionType({
  type,
  prefix,
  config,
  encoder,
  decoder,
  extractor,
  preprocessor,
  encoderIsMasked = false,
  note,
}: RecogniserOptions): ModelType {
  return {
    type,
    tasks: ['automatic-speech-recognition', 'feature-extraction'],
    config: {
      model_type: type,
      architectures: [`${prefix}ForConditionalGeneration`],
      vocab_size: vocabularySize,
      is_encoder_decoder: true,
      ...config,
    },
    preprocessor: preprocessor ?? { kind: 'audio', extractorClass: extractor.type, tokenizer: 'LlamaTokenizer' },
    graphs: recognitionGraphs(encoder, decoder, { encoderIsMasked }),
    heads: { 'feature-extraction': { architecture: `${prefix}Model`, graphs: [crossHiddenGraph(encoder, decoder)] } },
    files: {
      'preprocessor_config.json': audioPreprocessor({ type: extractor.type, processorClass: extractor.processor, extra: extractor.fields }),
    },
    transformersJs: null,
    note,
  }
}

/** What their decoders have in common. */
export const decoderBase = { vocabulary: vocabularySize, size, layers, heads, innerSize } as const

/** The same sizes as Llama's kin name them in their configs. */
export const shape = {
  hidden_size: size,
  num_attention_heads: heads,
  num_key_value_heads: heads,
  num_hidden_layers: layers,
  intermediate_size: innerSize,
}
