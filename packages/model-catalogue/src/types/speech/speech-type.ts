import { audioPreprocessor } from '../../folder/preprocessor.ts'
import { soundHeads, soundLabels, type SoundBody } from '../../heads/audio.ts'
import { type ModelType, type Task, type TokenizerClass, vocabularySize } from '../../model-type.ts'
import { labelMaps } from '../vision/labels.ts'

/** The fields that configurations of wav2vec 2.0's kin share, with tiny values. */
export const waveformConfig = {
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  layer_norm_eps: 1e-5,
  feat_extract_norm: 'group',
  feat_extract_activation: 'gelu',
  conv_dim: [16, 16, 16],
  conv_kernel: [10, 3, 3],
  conv_stride: [5, 2, 2],
  conv_bias: false,
  num_feat_extract_layers: 3,
  num_conv_pos_embeddings: 16,
  num_conv_pos_embedding_groups: 4,
  do_stable_layer_norm: false,
  apply_spec_augment: false,
  ctc_loss_reduction: 'sum',
  classifier_proj_size: 16,
  tdnn_dim: [16, 16, 16, 16, 32],
  tdnn_kernel: [5, 3, 3, 1, 1],
  tdnn_dilation: [1, 2, 3, 1, 1],
  xvector_output_dim: 16,
  initializer_range: 0.02,
  pad_token_id: 0,
  bos_token_id: 1,
  eos_token_id: 2,
} as const

export interface SpeechTypeOptions {
  readonly type: string
  /** Upstream's class name up to `Model` or `For…`. */
  readonly prefix: string
  readonly config: Readonly<Record<string, unknown>>
  readonly features: SoundBody['features']
  /** Besides recognition, in upstream's order. */
  readonly tasks: readonly Task[]
  readonly body?: Partial<SoundBody>
  readonly extractor?: { readonly type: string; readonly processor: string; readonly fields: Readonly<Record<string, unknown>> }
  readonly tokenizer?: TokenizerClass
  /** Upstream's class for recognition in Transformers.js, where it has one. @default it has none */
  readonly isInTransformersJs?: boolean
  readonly note: string
}

/** A type that recognises speech by connectionist temporal classification, with its further heads. */
export function speechType(options: SpeechTypeOptions): ModelType {
  const { type, prefix, tasks, extractor = waveformExtractor, tokenizer = 'Wav2Vec2CTCTokenizer' } = options
  const body: SoundBody = { prefix, features: options.features, vocabulary: vocabularySize, projection: 16, ...options.body }
  const heads = soundHeads(body, ['automatic-speech-recognition', ...tasks])
  const { 'automatic-speech-recognition': recognition, ...further } = heads
  const labelled = Object.fromEntries(
    Object.entries(further).map(([task, head]) => [
      task,
      task.startsWith('audio-') ? { ...head, config: labelMaps(task === 'audio-xvector' ? 16 : soundLabels) } : head,
    ]),
  )
  return {
    type,
    tasks: ['automatic-speech-recognition', ...tasks],
    config: { model_type: type, architectures: [recognition!.architecture], ...options.config },
    preprocessor: { kind: 'audio', extractorClass: extractor.type, tokenizer },
    graphs: recognition!.graphs,
    heads: labelled,
    files: {
      'preprocessor_config.json': audioPreprocessor({ type: extractor.type, processorClass: extractor.processor, extra: extractor.fields }),
    },
    transformersJs: options.isInTransformersJs ? { autoClass: 'AutoModelForCTC', modelClass: `${prefix}ForCTC` } : null,
    note: options.note,
  }
}

/** wav2vec 2.0's extractor: samples of mean 0 and variance 1. */
export const waveformExtractor = {
  type: 'Wav2Vec2FeatureExtractor',
  processor: 'Wav2Vec2Processor',
  fields: { feature_size: 1, do_normalize: true },
} as const
