import type { QuotaState } from '../vendor.ts'

/** Go-like duration, as OpenAI and Groq write resets: `17ms`, `8.64s`, `6m0s`. */
export function goDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.ceil(milliseconds)}ms`
  const seconds = Math.round(milliseconds / 10) / 100
  const minutes = Math.floor(seconds / 60)
  const rest = `${Math.round((seconds - minutes * 60) * 100) / 100}s`
  if (minutes === 0) return rest
  return minutes < 60 ? `${minutes}m${rest}` : `${Math.floor(minutes / 60)}h${minutes % 60}m${rest}`
}

/** The `x-ratelimit-*` headers of OpenAI and Groq. */
export function rateHeaders({ requests, tokens }: QuotaState): Record<string, string> {
  const of = (name: string, state: QuotaState['requests']): Record<string, string> => ({
    [`x-ratelimit-limit-${name}`]: String(state.quota.burst ?? state.quota.perMinute),
    [`x-ratelimit-remaining-${name}`]: String(Math.floor(state.remaining)),
    [`x-ratelimit-reset-${name}`]: goDuration(state.fullInMs),
  })
  return { ...of('requests', requests), ...(tokens !== null && of('tokens', tokens)) }
}
