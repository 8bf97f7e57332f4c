import type { ApiProviderName } from '@vitest-hardware/contracts'
import type { TokenUsage } from '../provider.ts'
import type { Price } from './prices.ts'

/** The date of a snapshot at the end of a model's name: `-2025-04-14` or `-20251001`. */
const snapshotDate = /-(\d{4}-\d{2}-\d{2}|\d{8})$/

/** The price of a model, or of the model of which it is a dated snapshot; undefined where none is known. Earlier prices go before later ones. */
export function findPrice(provider: ApiProviderName, model: string, prices: readonly Price[]): Price | undefined {
  const undated = model.replace(snapshotDate, '')
  return [model, undated].flatMap((name) => prices.filter((price) => price.provider === provider && price.model === name))[0]
}

/** US dollars of one answer. */
export function costOf({ inputTokens, outputTokens, cachedInputTokens }: TokenUsage, price: Price): number {
  const { input, output, cachedInput = input } = price
  return ((inputTokens - cachedInputTokens) * input + cachedInputTokens * cachedInput + outputTokens * output) / 1e6
}
