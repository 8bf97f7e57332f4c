import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countTokens, tokenPieces } from './tokens.ts'

test('the pieces are the text, none is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const pieces = tokenPieces(text)
      expect(pieces.join('')).toBe(text)
      expect(pieces).not.toContain('')
    }),
  )
})

test('words, numbers and signs count, white space does not', () => {
  expect(tokenPieces('Hello, world 42!')).toEqual(['Hello', ',', ' world', ' 42', '!'])
  expect(countTokens('a b\n\n c ')).toBe(3)
  expect(countTokens('')).toBe(0)
  expect(countTokens('größer 模型')).toBe(2)
})
