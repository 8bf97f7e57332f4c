import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstLines, oneLine, plainText } from './plain-text.ts'

test('colours, cursor movements and bells of a test name do not reach the terminal', () => {
  expect(plainText('\u001b[31mred\u001b[0m a\u0007b \u001b]8;;http://x\u0007link\u001b]8;;\u0007')).toBe('red a\uFFFDb link')
  expect(oneLine('a\r\nb\tc   d')).toBe('a b c d')
  // text that turns its direction around reads as something else
  expect(oneLine('a\u202Eb')).toBe('a\uFFFDb')
})

test('a long text is cut with an ellipsis and never inside a character', () => {
  expect(oneLine('x'.repeat(10_000), 20)).toBe(`${'x'.repeat(19)}…`)
  expect(oneLine('😀'.repeat(100), 20).isWellFormed()).toBe(true)
})

test('the first lines of a message are those that say something', () => {
  expect(firstLines('\n\nexpected 1\n\nto be 2  \n  at x', 2)).toBe('expected 1\nto be 2')
})

test('whatever goes in: one line, printable, within its limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 1, max: 100 }), (text, limit) => {
      const line = oneLine(text, limit)
      expect(line.length).toBeLessThanOrEqual(limit)
      // oxlint-disable-next-line no-control-regex
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/)
    }),
  )
})
