import { imageNetStatistics, type ImageProcessorOptions, imagePreprocessor } from '../../folder/preprocessor.ts'
import { labelCount, type VisionHeads } from '../../heads/vision.ts'
import type { ModelType, Quirk, Task } from '../../model-type.ts'
import { labelMaps } from './labels.ts'

/** A vision type as its table has it. */
export interface VisionTypeOptions {
  readonly type: string
  /** Upstream's fields; the class, the label maps and `model_type` come in by themselves. */
  readonly config: Readonly<Record<string, unknown>>
  /** By task. */
  readonly heads: VisionHeads
  /** @default image-classification, or feature-extraction of a type that has no classifier */
  readonly defaultTask?: Task
  /** Upstream's image processor; null where it has none of its own. */
  readonly processor: string | null
  /** What differs from resizing to a square of the config's `image_size` with ImageNet's statistics. */
  readonly processing?: Partial<Omit<ImageProcessorOptions, 'type'>>
  /** Transformers.js' class; null where it does not support the type. */
  readonly transformersJs: string | null
  readonly quirk?: Quirk
  readonly note?: string
}

/** Transformers.js' factories by task. */
const autoClasses: Readonly<Record<Task, string>> = {
  'image-classification': 'AutoModelForImageClassification',
  'depth-estimation': 'AutoModelForDepthEstimation',
  'image-to-image': 'AutoModelForImageToImage',
  'object-detection': 'AutoModelForObjectDetection',
  'image-segmentation': 'AutoModelForUniversalSegmentation',
}

/** A type whose heads are graphs over pixels. */
export function visionType({
  type,
  config,
  heads,
  defaultTask,
  processor,
  processing,
  transformersJs,
  quirk,
  note,
}: VisionTypeOptions): ModelType {
  const task = defaultTask ?? ('image-classification' in heads ? 'image-classification' : 'feature-extraction')
  const { [task]: first, ...others } = heads
  if (first === undefined) throw new RangeError(`${type} has no head for ${task}`)
  const side = Number(config['image_size'])
  const reason = transformersJs === null ? 'Transformers.js has no class for this type' : undefined
  const told = [note, reason].filter((part) => part !== undefined).join('; ')
  return {
    type,
    tasks: [task, ...Object.keys(others)],
    config: { model_type: type, architectures: [first.architecture], ...config, ...labelMaps(labelCount) },
    preprocessor: processor === null ? { kind: 'none' } : { kind: 'image', processorClass: processor },
    graphs: first.graphs,
    ...(Object.keys(others).length > 0 ? { heads: others } : {}),
    ...(processor === null
      ? {}
      : {
          files: {
            'preprocessor_config.json': imagePreprocessor({
              type: processor,
              size: { height: side, width: side },
              statistics: imageNetStatistics,
              resample: 'bicubic',
              ...processing,
            }),
          },
        }),
    transformersJs: transformersJs === null ? null : { autoClass: autoClasses[task] ?? 'AutoModel', modelClass: transformersJs },
    ...(quirk === undefined ? {} : { quirk }),
    ...(told === '' ? {} : { note: told }),
  }
}
