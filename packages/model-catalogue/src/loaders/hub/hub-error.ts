import { HubApiError } from '@huggingface/hub'
import { UsageError } from '@vitest-hardware/contracts'
import type { HubSettings } from './hub-settings.ts'

/** The hub cannot be reached, refuses, or sent something else than it announced. */
export class HubError extends UsageError {
  override readonly name = 'HubError'
  /** No answer, or one that the hub failed: the cache may serve. */
  readonly isUnreachable: boolean

  constructor(
    what: string,
    { isUnreachable = false, ...options }: { input: string; nextStep: string; cause?: unknown; isUnreachable?: boolean },
  ) {
    super(what, options)
    this.isUnreachable = isUnreachable
  }
}

/** An answer of the hub that is no success. */
export class HubStatusError extends Error {
  override readonly name = 'HubStatusError'
  readonly status: number

  constructor(status: number) {
    super(`the hub answered ${status}`)
    this.status = status
  }
}

/** Says what to do about a failure while asking the hub for `id`. */
export function explainHubFailure(cause: unknown, id: string, settings: HubSettings): UsageError {
  if (cause instanceof UsageError) return cause
  const status = cause instanceof HubApiError ? cause.statusCode : cause instanceof HubStatusError ? cause.status : null
  const explain = (what: string, nextStep: string): HubError =>
    new HubError(what, { input: id, nextStep, cause, isUnreachable: status === null || status >= 500 })
  const withToken = settings.token === null ? 'set HF_TOKEN to a token that may read it' : 'check that the token in HF_TOKEN may read it'
  switch (status) {
    case null:
      return explain(`the hub at ${settings.endpoint} cannot be reached: ${reason(cause)}`, withoutNetwork(settings))
    case 401:
      return explain('the hub has no public model of this name (401)', `check the name; if the model is private, ${withToken}`)
    case 403:
      return explain(
        'the hub refuses this model (403): it is gated or the token lacks the right',
        `accept its terms on its page, then ${withToken}`,
      )
    case 404:
      return explain('the hub has no such model, revision or file (404)', 'check the name and the revision')
    case 429:
      return explain(
        'the hub asks to slow down (429)',
        settings.token === null ? 'wait some minutes, or set HF_TOKEN, which raises the limit' : 'wait some minutes and run again',
      )
    default:
      return explain(`the hub failed (${status})`, 'run again later; what was downloaded so far is kept')
  }
}

/** The ways to a model without a network. */
export function withoutNetwork({ cacheFolder }: HubSettings): string {
  return `check the network or set HF_ENDPOINT to a mirror; without a network, copy the model's folder here and give { hub: "./folder" }, or copy the hub cache of another machine to ${cacheFolder}`
}

/** The innermost message: `fetch failed` alone helps nobody. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? reason(error.cause) : error.message
}
