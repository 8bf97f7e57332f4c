import { configInteger, type InputRule, numbers } from './input-rule.ts'

/** Texts for models that read them beside an image: each ends with the token that the text tower pools at. */
export const pairedTextRules: readonly InputRule[] = [
  {
    names: /^input_ids$/,
    applies: (config) =>
      typeof config?.['text_config'] === 'object' && typeof config['vision_config'] === 'object' && endToken(config) !== null,
    fill: ({ dims, count, config, random }) => {
      const length = dims.at(-1) ?? 1
      const end = endToken(config) ?? 0
      const ordinary = (configInteger(config, 'vocab_size') ?? end) - specialTokens
      return numbers(count, (index) => (index % length === length - 1 ? end : specialTokens / 2 + Math.floor(random() * ordinary)))
    },
  },
]

/** Special tokens stand at either end of a vocabulary, at most half of this at each. */
const specialTokens = 16

function endToken(config: Parameters<typeof configInteger>[0]): number | null {
  return configInteger(config, 'eos_token_id')
}
