import { sin } from '../exact-math.ts'
import { configInteger, type InputRequest, type InputRule, normal, numbers } from './input-rule.ts'

/** Waves that a channel of an image is made of. */
const waves = 4

/**
 * Normalised images `[…, channels, height, width]`: smooth waves of a few cycles, alike but not equal in all channels, with sensor noise.
 * Values lie about as those of a photograph after the usual normalisation by mean and deviation 0.5: from -1 to 1.
 */
function images({ dims, count, random }: InputRequest): Float64Array {
  const [channels, height, width] = [dims.at(-3) ?? 1, dims.at(-2) ?? 1, dims.at(-1) ?? 1]
  const values = new Float64Array(count)
  const size = channels * height * width
  for (let start = 0; start < count; start += size) {
    const parts = Array.from({ length: waves }, () => ({
      across: random() * 4,
      down: random() * 4,
      phase: random(),
      weights: Array.from({ length: channels }, () => 0.1 + random() * 0.25),
    }))
    // one sine for all channels: it is most of the work
    const sines = parts.map(({ across, down, phase }) =>
      Float64Array.from({ length: height * width }, (_, place) => {
        const [row, column] = [Math.floor(place / width), place % width]
        return sin(2 * Math.PI * ((across * column) / width + (down * row) / height + phase))
      }),
    )
    for (let index = 0; index < size; index++) {
      const [channel, place] = [Math.floor(index / (height * width)), index % (height * width)]
      let value = 0.05 * normal(random)
      for (let wave = 0; wave < waves; wave++) value += parts[wave]!.weights[channel]! * sines[wave]![place]!
      values[start + index] = Math.max(-1, Math.min(1, value))
    }
  }
  return values
}

/** Images and their masks, by the names that processors give them. */
export const imageRules: readonly InputRule[] = [
  { names: /^(pixel_values(_images|_videos)?|high_res_pixel_values|image|images)$/, fill: images },
  { names: /^prompt_depth$/, fill: (request) => images(request).map((value) => 2.5 + 1.5 * value) },
  {
    names: /^input_points$/,
    fill: ({ count, random, config }) => numbers(count, () => Math.floor(random() * (configInteger(config, 'image_size') ?? 64))),
  },
  // of the object and of what is not it, in turn
  { names: /^input_labels$/, fill: ({ count }) => numbers(count, (index) => (index + 1) % 2) },
  { names: /^pixel_mask$/, fill: ({ count }) => new Float64Array(count).fill(1) },
]
