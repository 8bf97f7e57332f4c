import { sin } from '../exact-math.ts'
import { configInteger, type InputRule, normal, numbers } from './input-rule.ts'

/** Series with a season, by the names that forecasting models give them, and what stands beside them. */
export const timeSeriesRules: readonly InputRule[] = [
  {
    // a level, a season of twelve steps and noise; channels are the last axis
    names: /^(past|future)_values$/,
    fill: ({ dims, count, random }) => {
      const channels = dims.length > 2 ? (dims.at(-1) ?? 1) : 1
      return numbers(
        count,
        (index) => 2 + sin((2 * Math.PI * Math.floor(index / channels)) / 12 + (index % channels)) + 0.3 * normal(random),
      )
    },
  },
  { names: /^(past|future)_observed_mask$/, fill: ({ count }) => numbers(count, () => 1) },
  { names: /^past_values_padding$/, fill: ({ count }) => numbers(count, () => 0) },
  { names: /^(past|future)_time_features$/, fill: ({ count, random }) => numbers(count, () => random() - 0.5) },
  // kinds of frequency: high, medium, low
  { names: /^freq$/, fill: ({ count, random }) => numbers(count, () => Math.floor(random() * 3)) },
  {
    names: /^timesteps$/,
    fill: ({ dims, count, config }) => {
      const length = dims.at(-1) ?? 1
      const steps = configInteger(config, 'max_ep_len') ?? length
      return numbers(count, (index) => (index % length) % steps)
    },
  },
]
