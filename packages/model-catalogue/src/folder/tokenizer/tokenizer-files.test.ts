import { describe, expect, test } from 'vitest'
import { type TokenizerClass, vocabularySize } from '../../model-type.ts'
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
