import { describe, expect, test } from 'vitest'
import { type TokenizerClass, vocabularySize } from '../../model-type.ts'
import { loadModelTypes } from '../../registry.ts'
import { tokenizerParts } from './algorithms.ts'
import { tokenizerSpecifications } from './tokenizer-class.ts'
import { tokenizerFiles } from './tokenizer-files.ts'

const classes = Object.keys(tokenizerSpecifications) as TokenizerClass[]

describe.each(classes)('%s', (name) => {
  const specification = tokenizerSpecifications[name]
  const { tokens, model } = tokenizerParts(specification)

  test('has exactly as many tokens as the configs say, each once', () => {
    expect(tokens).toHaveLength(vocabularySize)
    expect(new Set(tokens).size).toBe(vocabularySize)
  })

  test('has a token for every role, template part and result of a merge', () => {
    const named = [
      ...Object.values(specification.roles),
      ...`${specification.single} ${specification.pair}`.split(' ').map((part) => part.split(':')[0]!),
    ]
    for (const token of named) expect(['A', 'B', ...tokens]).toContain(token)
    const { merges } = model as { merges?: string[] }
    for (const merge of merges ?? []) {
      const [left, right] = merge.split(' ') as [string, string]
      for (const part of [left, right, left + right]) expect(tokens).toContain(part)
    }
  })

  test('writes the same files each time', () => {
    expect(JSON.stringify(tokenizerFiles(name, 64))).toBe(JSON.stringify(tokenizerFiles(name, 64)))
  })
})

test('the special ids in each text config are those of its tokenizer', async () => {
  const roles = [
    ['pad_token_id', 'pad_token'],
    ['bos_token_id', 'bos_token'],
    ['eos_token_id', 'eos_token'],
  ] as const
  const wrong = (await loadModelTypes()).flatMap(({ type, config, preprocessor }) => {
    if (preprocessor.kind !== 'text') return []
    const specification = tokenizerSpecifications[preprocessor.tokenizer]
    const { tokens } = tokenizerParts(specification)
    return roles
      .filter(([field, role]) => typeof config[field] === 'number' && specification.roles[role] !== undefined)
      .filter(([field, role]) => tokens[Number(config[field])] !== specification.roles[role])
      .map(([field]) => `${type} ${field}`)
  })
  expect(wrong).toEqual([])
})
