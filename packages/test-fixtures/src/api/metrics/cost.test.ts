import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costOf, findPrice } from './cost.ts'
import { listPrices } from './prices.ts'

describe('findPrice', () => {
  test('takes a dated snapshot for its model, and nothing else for it', () => {
    expect(findPrice('openai', 'gpt-4.1-mini-2025-04-14', listPrices)?.model).toBe('gpt-4.1-mini')
    expect(findPrice('anthropic', 'claude-haiku-4-5-20251001', listPrices)?.model).toBe('claude-haiku-4-5')
    expect(findPrice('openai', 'gpt-4.1-turbo', listPrices)).toBeUndefined()
    expect(findPrice('groq', 'gpt-4.1-mini', listPrices)).toBeUndefined()
  })
  test('prefers the first of several, so that own prices go before', () => {
    const own = { provider: 'openai', model: 'gpt-4o', input: 1, output: 1, asOf: '2026-11' } as const
    expect(findPrice('openai', 'gpt-4o', [own, ...listPrices])).toBe(own)
  })
})

describe('listPrices', () => {
  test('each model once, each price a number of at least 0 with a month', () => {
    const keys = listPrices.map(({ provider, model }) => `${provider} ${model}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { input, output, cachedInput = 0, asOf } of listPrices) {
      for (const price of [input, output, cachedInput]) expect(price).toBeGreaterThanOrEqual(0)
      expect(asOf).toMatch(/^\d{4}-\d{2}$/)
    }
  })
})

describe('costOf', () => {
  const price = { provider: 'openai', model: 'm', input: 2, output: 8, cachedInput: 0.5, asOf: '2026-11' } as const
  test('a million of each', () => {
    expect(costOf({ inputTokens: 1e6, outputTokens: 1e6, cachedInputTokens: 0 }, price)).toBeCloseTo(10)
    expect(costOf({ inputTokens: 1e6, outputTokens: 0, cachedInputTokens: 1e6 }, price)).toBeCloseTo(0.5)
  })
  test('the cost of two answers is the sum of their costs, and a cache never makes it dearer', () => {
    const usages = fc
      .record({ inputTokens: fc.nat(1e6), outputTokens: fc.nat(1e6), share: fc.double({ min: 0, max: 1, noNaN: true }) })
      .map(({ share, ...usage }) => ({ ...usage, cachedInputTokens: Math.floor(share * usage.inputTokens) }))
    fc.assert(
      fc.property(usages, usages, (a, b) => {
        const both = {
          inputTokens: a.inputTokens + b.inputTokens,
          outputTokens: a.outputTokens + b.outputTokens,
          cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
        }
        expect(costOf(both, price)).toBeCloseTo(costOf(a, price) + costOf(b, price), 9)
        expect(costOf(a, price)).toBeLessThanOrEqual(costOf({ ...a, cachedInputTokens: 0 }, price))
      }),
    )
  })
})
