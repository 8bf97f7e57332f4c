import type { ModelType } from '../model-type.ts'
import { tokenizerParts } from './tokenizer/algorithms.ts'
import { tokenizerSpecifications } from './tokenizer/tokenizer-class.ts'

const roles = [
  ['pad_token_id', 'pad_token'],
  ['bos_token_id', 'bos_token'],
  ['eos_token_id', 'eos_token'],
] as const

/**
 * A type's config with the ids of special tokens that its tokenizer gives. Upstream's defaults are ids of vocabularies of 32,000 and more; here they
 * are those of the folder's own tokenizer, wherever a config has such a field and the tokenizer such a token.
 */
export function withTokenizerIds({ config, preprocessor }: Pick<ModelType, 'config' | 'preprocessor'>): ModelType['config'] {
  if (preprocessor.kind !== 'text') return config
  const specification = tokenizerSpecifications[preprocessor.tokenizer]
  const { tokens } = tokenizerParts(specification)
  const ids = roles.flatMap(([field, role]) => {
    const token = specification.roles[role]
    return typeof config[field] === 'number' && token !== undefined ? [[field, tokens.indexOf(token)]] : []
  })
  return { ...config, ...Object.fromEntries(ids) }
}
