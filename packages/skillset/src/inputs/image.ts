import type { Tensor } from '@vitest-hardware/onnx-graph'
import type { SkillContext } from '../core/skill.ts'
import { SkillError } from '../core/skill-error.ts'

/** An image as decoders give it: rows from the top, channels together. */
export interface Image {
  /** 0 … 255 */
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
  /** @default data.length / (width · height) */
  readonly channels?: number
}

/** `pixel_values` `[1, channels, height, width]`: resized bilinearly to the graph's or preprocessor's size, scaled and normalised as the preprocessor says. */
export function pixelValues({ session, preprocessor }: SkillContext, image: Image, name = 'pixel_values'): Tensor {
  const declared = session.inputs.find((input) => input.name === name)?.value
  const shape = declared?.kind === 'tensor' ? (declared.dims ?? []) : []
  const channels = numberOr(shape[1], 3)
  const size = sizeOf(preprocessor)
  const [height, width] = [numberOr(shape[2], size.height), numberOr(shape[3], size.width)]
  const have = image.channels ?? image.data.length / (image.width * image.height)
  if (!Number.isInteger(have) || have < 1 || image.data.length !== have * image.width * image.height) {
    throw new SkillError(`an image of ${image.width} × ${image.height} cannot have ${image.data.length} numbers`, {
      input: `${image.width} × ${image.height}`,
      nextStep: 'give width · height · channels numbers, row by row',
    })
  }
  const scale = preprocessor['do_rescale'] === false ? 1 : numberOr(preprocessor['rescale_factor'], 1 / 255)
  const [mean, deviation] = [listOr(preprocessor['image_mean'], 0), listOr(preprocessor['image_std'], 1)]
  const data = new Float32Array(channels * height * width)
  for (let channel = 0; channel < channels; channel++) {
    // a grey image is the same in all channels
    const source = Math.min(channel, have - 1)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const value = sample(image, have, source, ((y + 0.5) * image.height) / height - 0.5, ((x + 0.5) * image.width) / width - 0.5)
        data[(channel * height + y) * width + x] = (value * scale - mean(channel)) / deviation(channel)
      }
    }
  }
  return { type: 'float32', dims: [1, channels, height, width], data }
}

/** Bilinear, with the edges repeated. */
function sample({ data, width, height }: Image, channels: number, channel: number, y: number, x: number): number {
  const at = (row: number, column: number): number =>
    data[(Math.min(Math.max(row, 0), height - 1) * width + Math.min(Math.max(column, 0), width - 1)) * channels + channel]!
  const [top, left] = [Math.floor(y), Math.floor(x)]
  const [down, right] = [y - top, x - left]
  return (
    (at(top, left) * (1 - right) + at(top, left + 1) * right) * (1 - down) +
    (at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right) * down
  )
}

function sizeOf(preprocessor: Readonly<Record<string, unknown>>): { readonly height: number; readonly width: number } {
  const size = (preprocessor['crop_size'] ?? preprocessor['size'] ?? {}) as Readonly<Record<string, unknown>>
  const side = numberOr(size['shortest_edge'], 224)
  return { height: numberOr(size['height'], side), width: numberOr(size['width'], side) }
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

function listOr(value: unknown, otherwise: number): (index: number) => number {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return (index) => numberOr(list[index], otherwise)
}
