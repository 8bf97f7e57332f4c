import type { ApiProviderName } from '@vitest-hardware/contracts'

/** US dollars for a million tokens. */
export interface Price {
  readonly provider: ApiProviderName
  /** The vendor's name of the model, without the date of a snapshot. */
  readonly model: string
  readonly input: number
  readonly output: number
  /** Input that the vendor's cache held. @default the price of `input` */
  readonly cachedInput?: number
  /** Month in which the price was looked up, `YYYY-MM`. */
  readonly asOf: string
}

function of(
  provider: ApiProviderName,
  asOf: string,
  rows: readonly (readonly [model: string, input: number, output: number, cachedInput?: number])[],
) {
  return rows.map(([model, input, output, cachedInput]): Price => ({
    provider,
    model,
    input,
    output,
    asOf,
    ...(cachedInput === undefined ? {} : { cachedInput }),
  }))
}

/**
 * List prices by the vendors' pages (openai.com/api/pricing, platform.claude.com/docs/en/about-claude/pricing, groq.com/pricing): standard tier, no
 * batches, no taxes, no writing to caches. Prices change: give your own with `apiTest({ prices })`. A model whose price depends on the length
 * of the prompt is left out.
 */
export const listPrices: readonly Price[] = [
  ...of('openai', '2026-06', [
    ['gpt-5', 1.25, 10, 0.125],
    ['gpt-5-mini', 0.25, 2, 0.025],
    ['gpt-5-nano', 0.05, 0.4, 0.005],
    ['gpt-4.1', 2, 8, 0.5],
    ['gpt-4.1-mini', 0.4, 1.6, 0.1],
    ['gpt-4.1-nano', 0.1, 0.4, 0.025],
    ['gpt-4o', 2.5, 10, 1.25],
    ['gpt-4o-mini', 0.15, 0.6, 0.075],
    ['text-embedding-3-small', 0.02, 0],
    ['text-embedding-3-large', 0.13, 0],
  ]),
  ...of('anthropic', '2026-10', [
    ['claude-fable-5-1', 10, 50, 0.25],
    ['claude-fable-5', 10, 50, 1],
    ['claude-opus-5-5', 4, 20, 0.2],
    ['claude-opus-5', 5, 25, 0.5],
    ['claude-opus-4-8', 5, 25, 0.5],
    ['claude-opus-4-7', 5, 25, 0.5],
    ['claude-opus-4-6', 5, 25, 0.5],
    ['claude-opus-4-5', 5, 25, 0.5],
    ['claude-sonnet-5-5', 2, 10, 0.1],
    ['claude-sonnet-5', 2, 10, 0.2],
    ['claude-sonnet-4-6', 3, 15, 0.3],
    ['claude-sonnet-4-5', 3, 15, 0.3],
    ['claude-haiku-4-5', 1, 5, 0.1],
  ]),
  ...of('groq', '2026-06', [
    ['llama-3.1-8b-instant', 0.05, 0.08],
    ['llama-3.3-70b-versatile', 0.59, 0.79],
    ['openai/gpt-oss-20b', 0.075, 0.3],
    ['openai/gpt-oss-120b', 0.15, 0.6, 0.075],
    ['qwen/qwen3-32b', 0.29, 0.59],
  ]),
]
