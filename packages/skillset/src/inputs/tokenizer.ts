import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ResolvedModel } from '@vitest-hardware/model-catalogue'
import { SkillError } from '../core/skill-error.ts'

export interface EncodedText {
  readonly ids: readonly number[]
  readonly attentionMask: readonly number[]
  readonly tokenTypeIds: readonly number[]
}

export interface TextTokenizer {
  encode(text: string, pair?: string): EncodedText
  decode(ids: readonly number[]): string
  /** Undefined for a token that is not in the vocabulary. */
  idOf(token: string): number | undefined
  tokenOf(id: number): string | undefined
}

/** The ids as text; null for a model without a tokenizer, or where the package that runs tokenizers is not installed. */
export async function textOf(tokenizer: () => Promise<TextTokenizer>, ids: readonly number[]): Promise<string | null> {
  try {
    return (await tokenizer()).decode(ids)
  } catch (error) {
    if (error instanceof SkillError) return null
    throw error
  }
}

/**
 * The tokenizer of a model's folder.
 * @throws {SkillError} the folder has none, or the package that runs it is not installed
 */
export async function loadTokenizer({ folder, name }: ResolvedModel): Promise<TextTokenizer> {
  const read = async (file: string): Promise<object | null> => {
    const text = folder === null ? null : await readFile(join(folder, file), 'utf8').catch(() => null)
    return text === null ? null : (JSON.parse(text) as object)
  }
  const [tokenizer, config] = await Promise.all([read('tokenizer.json'), read('tokenizer_config.json')])
  if (tokenizer === null) {
    throw new SkillError('the model has no tokenizer', { input: name, nextStep: 'give tensors in place of a text: skill.run({ tensors })' })
  }
  const { Tokenizer } = await import('@huggingface/tokenizers').catch((cause: unknown) => {
    throw new SkillError('texts need the package @huggingface/tokenizers, which is not installed', {
      input: name,
      nextStep: 'npm install @huggingface/tokenizers, or give tensors: skill.run({ tensors })',
      cause,
    })
  })
  const loaded = new Tokenizer(tokenizer, config ?? {})
  return {
    encode(text, pair) {
      const encoded = loaded.encode(text, { text_pair: pair ?? null, return_token_type_ids: true })
      // a tokenizer whose template has no types answers none, whatever its declaration says
      const types = encoded.token_type_ids as readonly number[] | undefined
      return { ids: encoded.ids, attentionMask: encoded.attention_mask, tokenTypeIds: types ?? encoded.ids.map(() => 0) }
    },
    decode: (ids) => loaded.decode([...ids], { skip_special_tokens: true }),
    idOf: (token) => loaded.token_to_id(token),
    tokenOf: (id) => loaded.id_to_token(id),
  }
}
