import type { ModelConfig } from '../model-type.ts'
import { type InputRule, numbers } from './input-rule.ts'

/** Entries of a codebook where the config does not tell. */
const usualEntries = 32

function entriesOf(config: ModelConfig | null): number {
  const parts = [config, ...['codec_config', 'audio_encoder'].map((name) => config?.[name])]
  const sizes = parts.map((part) => (part as Readonly<Record<string, unknown>> | null | undefined)?.['codebook_size'])
  return sizes.find((size) => typeof size === 'number') ?? usualEntries
}

/** Codes of a neural codec: whole numbers below the size of a codebook. */
export const codecRules: readonly InputRule[] = [
  {
    names: /^audio_codes$/,
    fill: ({ count, config, random }) => {
      const entries = entriesOf(config)
      return numbers(count, () => Math.floor(random() * entries))
    },
  },
]
