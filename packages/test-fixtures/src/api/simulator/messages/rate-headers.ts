import type { QuotaState } from '../vendor.ts'

/** The `anthropic-ratelimit-*` headers; a reset is the moment when the quota is full again, as RFC 3339 writes it. */
export function rateHeaders({ requests, tokens }: QuotaState, epoch: number): Record<string, string> {
  const of = (name: string, state: QuotaState['requests']): Record<string, string> => ({
    [`anthropic-ratelimit-${name}-limit`]: String(state.quota.burst ?? state.quota.perMinute),
    [`anthropic-ratelimit-${name}-remaining`]: String(Math.floor(state.remaining)),
    [`anthropic-ratelimit-${name}-reset`]: new Date(Math.ceil((epoch + state.fullInMs) / 1000) * 1000).toISOString().replace('.000Z', 'Z'),
  })
  return { ...of('requests', requests), ...(tokens !== null && of('tokens', tokens)) }
}
