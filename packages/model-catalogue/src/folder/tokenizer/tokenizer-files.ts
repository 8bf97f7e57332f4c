import type { TokenizerClass } from '../../model-type.ts'
import { tokenizerParts } from './algorithms.ts'
import { tokenizerSpecifications } from './tokenizer-class.ts'

/** A JSON file of a model folder, by its name. */
export type JsonFiles = Readonly<Record<string, unknown>>

/**
 * `tokenizer.json`, `tokenizer_config.json` and `special_tokens_map.json` of a tokenizer with upstream's algorithm and special tokens.
 * @param maximumLength tokens that the model takes
 */
export function tokenizerFiles(tokenizerClass: TokenizerClass, maximumLength: number): JsonFiles {
  const specification = tokenizerSpecifications[tokenizerClass]
  const { tokens, ...parts } = tokenizerParts(specification)
  const special = [...specification.first, ...specification.last].filter((token) => token !== '|')
  const added = special.map((content) => ({
    id: tokens.indexOf(content),
    content,
    single_word: false,
    // a mask takes the space before it, so that the words around it stay as they are
    lstrip: content === '<mask>' || content === '[MASK]',
    rstrip: false,
    normalized: false,
    special: true,
  }))
  return {
    'tokenizer.json': {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: added,
      normalizer: parts.normalizer,
      pre_tokenizer: parts.pre_tokenizer,
      post_processor: postProcessor(specification.single, specification.pair, tokens),
      decoder: parts.decoder,
      model: parts.model,
    },
    'tokenizer_config.json': {
      tokenizer_class: tokenizerClass,
      model_max_length: maximumLength,
      clean_up_tokenization_spaces: false,
      ...specification.roles,
      ...(specification.algorithm === 'wordpiece' ? { do_lower_case: true } : {}),
    },
    'special_tokens_map.json': specification.roles,
  }
}

/** The template of one text and of a pair; absent where nothing stands around the text. */
function postProcessor(single: string, pair: string, tokens: readonly string[]) {
  if (single === 'A') return null
  const parts = (template: string) =>
    template.split(' ').map((part) => {
      const [id, type] = part.split(':') as [string, string | undefined]
      const type_id = Number(type ?? 0)
      return id === 'A' || id === 'B' ? { Sequence: { id, type_id } } : { SpecialToken: { id, type_id } }
    })
  const special = [...new Set(`${single} ${pair}`.split(' ').map((part) => part.split(':')[0]!))].filter((id) => id !== 'A' && id !== 'B')
  return {
    type: 'TemplateProcessing',
    single: parts(single),
    pair: parts(pair),
    special_tokens: Object.fromEntries(special.map((id) => [id, { id, ids: [tokens.indexOf(id)], tokens: [id] }])),
  }
}
