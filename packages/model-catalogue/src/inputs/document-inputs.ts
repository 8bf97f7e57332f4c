import { configInteger, type InputRule, normal, numbers } from './input-rule.ts'

/** Coordinates of pages run from 0 to 1000. */
const page = 1000

/** Words' boxes on a page, and regions of images that a detector found. */
export const documentRules: readonly InputRule[] = [
  // kinds of tags and which of them, level by level of a page's tree
  { names: /^xpath_(tags|subs)_seq$/, fill: ({ count, random }) => numbers(count, () => Math.floor(random() * 16)) },
  {
    // left, top, right and bottom of words that stand in lines of four
    names: /^bbox$/,
    fill: ({ count, config }) => {
      const scale = Math.min(page, (configInteger(config, 'max_2d_position_embeddings') ?? page + 24) - 24) / page
      return numbers(count, (index) => {
        const [word, side] = [Math.floor(index / 4) % 64, index % 4]
        const [column, line] = [word % 4, Math.floor(word / 4)]
        const [left, top] = [40 + 235 * column + 7 * line, 30 + 55 * line]
        return Math.floor(scale * [left, top, left + 120 + 20 * column, top + 30 + 3 * column][side]!)
      })
    },
  },
  {
    // left, top, right and bottom of regions as shares of the image
    names: /^visual_pos$/,
    fill: ({ count, random }) => numbers(count, (index) => (index % 4 < 2 ? 0.5 * random() : 0.5 + 0.5 * random())),
  },
  { names: /^visual_(feats|embeds)$/, fill: ({ count, random }) => numbers(count, () => normal(random)) },
  {
    // Perceiver's texts, or what another network made of something
    names: /^inputs$/,
    fill: ({ type, count, config, random }) => {
      const vocabulary = configInteger(config, 'vocab_size') ?? 100
      return numbers(count, () => (type === 'int64' ? 8 + Math.floor(random() * (vocabulary - 8)) : normal(random)))
    },
  },
  { names: /^visual_token_type_ids$/, fill: ({ count }) => numbers(count, () => 1) },
]
