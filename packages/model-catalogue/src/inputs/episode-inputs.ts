import { sin } from '../exact-math.ts'
import { type InputRule, normal } from './input-rule.ts'

/** Steps of a wave. */
const period = 24

/** What an episode holds, `[batch, time, channels]`: a level, a slope, a wave and noise, each channel its own; and its steps. */
export const episodeRules: readonly InputRule[] = [
  {
    names: /^(returns_to_go|states|actions)$/,
    fill({ dims, count, random }) {
      const channels = dims.length < 3 ? 1 : dims.at(-1)!
      const time = (dims.length < 3 ? dims.at(-1) : dims.at(-2)) ?? 1
      const values = new Float64Array(count)
      for (let start = 0; start < count; start += channels * time) {
        for (let channel = 0; channel < channels; channel++) {
          const [level, slope, height, phase] = [random() * 4 - 2, (random() - 0.5) / time, 0.5 + random(), random()]
          for (let step = 0; step < time; step++) {
            const wave = height * sin(2 * Math.PI * (step / period + phase))
            values[start + step * channels + channel] = level + slope * step + wave + 0.1 * normal(random)
          }
        }
      }
      return values
    },
  },
  { names: /^timesteps$/, fill: ({ dims, count }) => Float64Array.from({ length: count }, (_, index) => index % (dims.at(-1) ?? 1)) },
]
