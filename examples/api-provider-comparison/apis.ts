import type { ApiTestOptions, LatencyModel } from 'vitest-hardware/test'

/** Only the simulator's: they say nothing of the vendors. `calibrate` makes such a model from a cassette that you recorded. */
function latency(firstToken: number, interToken: number): LatencyModel {
  return { firstToken: { median: firstToken, sigma: 0.2 }, interToken: { median: interToken, sigma: 0.3 } }
}

/** What is compared: change the models to those that you think about. */
export const apis: readonly ApiTestOptions[] = [
  { provider: 'openai', model: 'gpt-4.1-mini', simulator: { seed: 1, latency: latency(60, 3) } },
  { provider: 'anthropic', model: 'claude-haiku-4-5', simulator: { seed: 2, latency: latency(80, 3) } },
  { provider: 'groq', model: 'llama-3.1-8b-instant', simulator: { seed: 3, latency: latency(30, 1), failures: ['rate-limit'] } },
]
