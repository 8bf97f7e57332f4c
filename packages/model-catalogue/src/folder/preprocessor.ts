/** Means and standard deviations of the channels red, green, blue of images in [0, 1]. */
export interface ColourStatistics {
  readonly image_mean: readonly [number, number, number]
  readonly image_std: readonly [number, number, number]
}

/** Maps [0, 1] to [-1, 1]. */
export const halfStatistics: ColourStatistics = { image_mean: [0.5, 0.5, 0.5], image_std: [0.5, 0.5, 0.5] }
/** Of ImageNet's training images, as torchvision publishes them. */
export const imageNetStatistics: ColourStatistics = { image_mean: [0.485, 0.456, 0.406], image_std: [0.229, 0.224, 0.225] }
/** Of CLIP's training images (Radford et al. 2021, the published preprocessing). */
export const clipStatistics: ColourStatistics = {
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
}

/** Pillow's numbers of the filters. */
const resampling = { bilinear: 2, bicubic: 3 } as const

export interface ImageProcessorOptions {
  /** Upstream's class, e.g. `ViTImageProcessor`. */
  readonly type: string
  /** Set where images and text go through one processor, e.g. `CLIPProcessor`. */
  readonly processorClass?: string
  readonly size: { readonly height: number; readonly width: number } | { readonly shortest_edge: number }
  readonly statistics: ColourStatistics
  /** @default 'bilinear' */
  readonly resample?: keyof typeof resampling
  /** Side of the square that is cut out after resizing. @default no crop */
  readonly crop?: number
  /** Further fields of the class. */
  readonly extra?: Readonly<Record<string, unknown>>
}

/** An image processor's `preprocessor_config.json`: resize, crop, scale to [0, 1], normalise. */
export function imagePreprocessor({
  type,
  processorClass,
  size,
  statistics,
  resample = 'bilinear',
  crop,
  extra,
}: ImageProcessorOptions): Readonly<Record<string, unknown>> {
  return {
    ...(processorClass === undefined ? {} : { processor_class: processorClass }),
    image_processor_type: type,
    do_resize: true,
    size,
    resample: resampling[resample],
    do_center_crop: crop !== undefined,
    ...(crop === undefined ? {} : { crop_size: { height: crop, width: crop } }),
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: true,
    ...statistics,
    ...extra,
  }
}

export interface AudioPreprocessorOptions {
  /** Upstream's class, e.g. `WhisperFeatureExtractor`. */
  readonly type: string
  /** What joins extractor and tokenizer, e.g. `WhisperProcessor`. @default the extractor stands alone */
  readonly processorClass?: string
  /** Fields of the class. */
  readonly extra: Readonly<Record<string, unknown>>
}

/** A feature extractor's `preprocessor_config.json`, for sound of 16 kHz. */
export function audioPreprocessor({ type, processorClass, extra }: AudioPreprocessorOptions): Readonly<Record<string, unknown>> {
  return {
    ...(processorClass === undefined ? {} : { processor_class: processorClass }),
    feature_extractor_type: type,
    padding_side: 'right',
    padding_value: 0,
    return_attention_mask: false,
    sampling_rate: 16_000,
    ...extra,
  }
}
