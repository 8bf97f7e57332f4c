import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { Session } from '../backend.ts'
import type { HostedPage } from './hosted-page.ts'

/** A session and the page that it lives in. */
export interface Placed {
  readonly session: Session
  readonly page: HostedPage
}

/**
 * A session that outlives its page: the run during which a browser crashes fails, and the next one opens the model again in a fresh page. So tests
 * that share a session are not all lost with one.
 */
export function reopeningSession(first: Placed, open: () => Promise<Placed>): Session {
  let placed: Promise<Placed> = Promise.resolve(first)
  let page = first.page
  let state: 'open' | 'disposed' = 'open'

  const reopen = (): Promise<Placed> => {
    const old = placed
    placed = (async () => {
      await (await old.catch(() => null))?.session[Symbol.asyncDispose]()
      return open()
    })()
    placed.then(
      (fresh) => (page = fresh.page),
      () => undefined,
    )
    return placed
  }
  const { backend, inputs, outputs, load } = first.session
  let reopening: Promise<Placed> | undefined
  return {
    backend,
    inputs,
    outputs,
    load,
    async run(feeds: Tensors): Promise<Tensors> {
      if (page.failure !== null && state === 'open') {
        // runs that start together reopen once
        reopening ??= reopen().finally(() => (reopening = undefined))
        return (await reopening).session.run(feeds)
      }
      return (await placed).session.run(feeds)
    },
    async [Symbol.asyncDispose]() {
      if (state === 'disposed') return
      state = 'disposed'
      await (await placed.catch(() => null))?.session[Symbol.asyncDispose]()
    },
  }
}
