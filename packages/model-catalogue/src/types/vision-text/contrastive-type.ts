import type { Value } from '@vitest-hardware/onnx-graph'
import { clipStatistics, type ColourStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { clipNames, type VisionTowerSpec } from '../../architectures/vision-tower.ts'
import { linear } from '../../blocks/linear.ts'
import { type ModelType, type Task, type TaskHead, type TokenizerClass, vocabularySize } from '../../model-type.ts'
import { type ContrastiveOptions, contrastiveOutputs, pairedPixels, pairedTextInputs, type TextInputs } from './contrastive.ts'

/** Sizes that these tiny pairs of towers share. */
export const pairSizes = { size: 32, layers: 2, heads: 4, inner: 64, projection: 24, image: 32, patch: 8 } as const

/** CLIP's initial logit scale, ln(1 / 0.07) (arXiv:2103.00020, §2.5). */
export const clipScale = 2.6592

export interface ContrastiveTypeOptions extends Pick<ContrastiveOptions, 'scale' | 'bias' | 'bounds' | 'isTemperature'> {
  /** Upstream's class of both towers. */
  readonly architecture: string
  readonly config: Readonly<Record<string, unknown>>
  /** Projected texts, `[texts, projection]`. */
  readonly text: (context: GraphContext, inputs: TextInputs) => Value
  /** Projected images, `[images, projection]`; declares its own inputs where it takes no plain pixels. */
  readonly image: (context: GraphContext, pixels: Value) => Value
  /** @default pairSizes.projection */
  readonly projection?: number
  /** @default true */
  readonly isMasked?: boolean
  readonly declarePixels?: (context: GraphContext) => Value
  /** @default 'zero-shot-image-classification' */
  readonly task?: Task
  readonly heads?: Readonly<Record<Task, TaskHead>>
  readonly processor: { readonly tokenizer: TokenizerClass | null; readonly processorClass: string; readonly imageProcessorClass: string }
  readonly statistics?: ColourStatistics
  /** Transformers.js' class, loaded by `AutoModel`. @default none */
  readonly modelClass?: string
  readonly note: string
}

/** A type that compares texts with images by the cosine of two towers' projections. */
export function contrastiveType(type: string, options: ContrastiveTypeOptions): ModelType {
  const { task = 'zero-shot-image-classification', projection = pairSizes.projection, processor, statistics = clipStatistics } = options
  const build = (context: GraphContext): void => {
    const inputs = pairedTextInputs(context, options.isMasked ?? true)
    const pixels = options.declarePixels?.(context) ?? pairedPixels(context, { channels: 3, size: pairSizes.image })
    contrastiveOutputs(context, {
      text: options.text(context, inputs),
      image: options.image(context, pixels),
      size: projection,
      scale: options.scale,
      ...(options.bias === undefined ? {} : { bias: options.bias }),
      ...(options.bounds ? { bounds: options.bounds } : {}),
      ...(options.isTemperature ? { isTemperature: true } : {}),
    })
  }
  const graphs = [{ name: 'model', build }] as const
  const same = { 'feature-extraction': { architecture: options.architecture, graphs } }
  const heads = { ...(task === 'feature-extraction' ? {} : same), ...options.heads }
  const { tokenizer, processorClass, imageProcessorClass } = processor
  return {
    type,
    tasks: [task, ...Object.keys(heads)],
    config: { model_type: type, architectures: [options.architecture], projection_dim: projection, ...options.config },
    preprocessor: tokenizer === null ? { kind: 'none' } : { kind: 'multimodal', tokenizer, processorClass, imageProcessorClass },
    graphs,
    heads,
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: imageProcessorClass,
        processorClass,
        size: { height: pairSizes.image, width: pairSizes.image },
        statistics,
        resample: 'bicubic',
      }),
    },
    transformersJs: options.modelClass === undefined ? null : { autoClass: 'AutoModel', modelClass: options.modelClass },
    note: options.note,
  }
}

/** A projection into the shared space. */
export function projected(context: GraphContext, x: Value, name: string, bias = false): Value {
  return linear(context, x, { name, inputSize: pairSizes.size, outputSize: pairSizes.projection, bias })
}

/** A BERT-like `text_config` in these sizes. */
export const pairedBertConfig = {
  vocab_size: vocabularySize,
  hidden_size: pairSizes.size,
  num_hidden_layers: pairSizes.layers,
  num_attention_heads: pairSizes.heads,
  intermediate_size: pairSizes.inner,
  hidden_act: 'gelu',
  max_position_embeddings: 64,
  type_vocab_size: 2,
  layer_norm_eps: 1e-12,
  pad_token_id: 0,
} as const

/** CLIP's two configs in these sizes. */
export const pairedClipText = {
  vocab_size: vocabularySize,
  hidden_size: pairSizes.size,
  intermediate_size: pairSizes.inner,
  num_hidden_layers: pairSizes.layers,
  num_attention_heads: pairSizes.heads,
  max_position_embeddings: 32,
  hidden_act: 'quick_gelu',
  layer_norm_eps: 1e-5,
  bos_token_id: vocabularySize - 2,
  eos_token_id: vocabularySize - 1,
} as const

export const pairedClipVision = {
  hidden_size: pairSizes.size,
  intermediate_size: pairSizes.inner,
  num_hidden_layers: pairSizes.layers,
  num_attention_heads: pairSizes.heads,
  num_channels: 3,
  image_size: pairSizes.image,
  patch_size: pairSizes.patch,
  hidden_act: 'quick_gelu',
  layer_norm_eps: 1e-5,
} as const

/** CLIP's vision tower without the norm of its pooled token. */
export const pairedClipTower: VisionTowerSpec = {
  size: pairSizes.size,
  layers: pairSizes.layers,
  heads: pairSizes.heads,
  innerSize: pairSizes.inner,
  activation: 'quick_gelu',
  epsilon: 1e-5,
  norm: 'layer',
  names: clipNames,
  image: pairSizes.image,
  patch: pairSizes.patch,
  patches: { name: 'patch_embedding', bias: false },
  embeddingScope: 'embeddings',
  classToken: 'class_embedding',
  positions: 'position_embedding.weight',
  // upstream's own spelling of the module
  before: 'pre_layrnorm',
}
