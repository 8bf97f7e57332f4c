export const coordinateModes = [
  'half_pixel',
  'half_pixel_symmetric',
  'pytorch_half_pixel',
  'align_corners',
  'asymmetric',
  'tf_half_pixel_for_nn',
  'tf_crop_and_resize',
] as const
export type CoordinateMode = (typeof coordinateModes)[number]

/** One axis that is resized. */
export interface ResizeAxis {
  readonly axis: number
  readonly input: number
  readonly output: number
  /** As declared, or `output / input`; `input · scale` may be a fraction more than `output`. */
  readonly scale: number
  /** Part of the input that is shown, in lengths of the input; `tf_crop_and_resize` alone. */
  readonly start: number
  readonly end: number
}

/**
 * Where an element of the result lies in the input (ONNX Resize-19, `coordinate_transformation_mode`).
 * `align_corners` divides by the *fractional* length `input · scale`: the attribute's text leaves it open, ONNX's published cases
 * fix it so.
 */
export function coordinate(mode: CoordinateMode, { input, output, scale, start, end }: ResizeAxis): (x: number) => number {
  const length = input * scale
  switch (mode) {
    case 'half_pixel':
      return (x) => (x + 0.5) / scale - 0.5
    case 'half_pixel_symmetric': {
      const offset = (input / 2) * (1 - output / length)
      return (x) => offset + (x + 0.5) / scale - 0.5
    }
    case 'pytorch_half_pixel':
      return output > 1 ? (x) => (x + 0.5) / scale - 0.5 : () => 0
    case 'align_corners':
      return length === 1 || output === 1 ? () => 0 : (x) => (x * (input - 1)) / (length - 1)
    case 'asymmetric':
      return (x) => x / scale
    case 'tf_half_pixel_for_nn':
      return (x) => (x + 0.5) / scale
    case 'tf_crop_and_resize':
      return output > 1
        ? (x) => start * (input - 1) + (x * (end - start) * (input - 1)) / (output - 1)
        : () => 0.5 * (start + end) * (input - 1)
  }
}
