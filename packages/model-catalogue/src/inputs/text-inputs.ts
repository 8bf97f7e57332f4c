import { configInteger, type InputRule, numbers } from './input-rule.ts'

/** Ids below this are usually special tokens; seeded text leaves them out where the vocabulary is large enough. */
const firstOrdinaryId = 8
/** For a model of which only the file is known: every published tokenizer has more tokens. */
const unknownVocabulary = 100

/** Token ids, masks and positions of text models, by the names that Optimum's exports use. */
export const textRules: readonly InputRule[] = [
  {
    names: /attention_mask$/,
    // every second text of a batch is a quarter shorter, so that masking matters
    fill: ({ dims, count }) => {
      const length = dims.at(-1) ?? 1
      return numbers(count, (index) => (Math.floor(index / length) % 2 === 1 && index % length >= length - Math.floor(length / 4) ? 0 : 1))
    },
  },
  {
    names: /^token_type_ids$/,
    // first sentence, then second, as a pair is encoded
    fill: ({ dims, count, config }) => {
      const length = dims.at(-1) ?? 1
      const types = configInteger(config, 'type_vocab_size') ?? 1
      return numbers(count, (index) => (types > 1 && (index % length) * 2 >= length ? 1 : 0))
    },
  },
  {
    names: /position_ids$/,
    fill: ({ dims, count }) => numbers(count, (index) => index % (dims.at(-1) ?? 1)),
  },
  {
    names: /^(past_key_values|past_)/,
    fill: ({ count, random }) => numbers(count, () => random() * 2 - 1),
  },
  {
    names: /^use_cache_branch$/,
    fill: ({ count }) => numbers(count, () => 0),
  },
  {
    names: /input_ids$|^(ids|tokens|labels|trajectories)$/,
    fill: ({ count, config, random }) => {
      const vocabulary = configInteger(config, 'vocab_size') ?? unknownVocabulary
      const first = Math.min(firstOrdinaryId, vocabulary - 1)
      return numbers(count, () => first + Math.floor(random() * (vocabulary - first)))
    },
  },
]
