import { Worker } from 'node:worker_threads'
import type { Baseline, Run } from '@vitest-hardware/contracts'
import type { KnownDuration } from '../queries/known-durations.ts'
import type { OpenStoreOptions, ResultsStore, StoredReport } from '../results-store.ts'
import type { Question, Request, Response, ThreadData } from './messages.ts'
import { fromPlainError } from './plain-error.ts'

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** A store that may be used at once: what is asked before it is open waits. */
export interface StartedStore {
  readonly store: ResultsStore
  /** Settles when the file is open, or with what `openStore` throws. Whoever never waits for it learns the same from `store`. */
  readonly opened: Promise<void>
}

/**
 * The store of `openStore`, in a thread of its own: loading DuckDB, writing and reading take no time from the caller's thread,
 * which pays for a copy of each row.
 */
export function startStoreInThread(path: string, options: OpenStoreOptions = {}): StartedStore {
  const worker = new Worker(new URL('store-thread.js', import.meta.url), { workerData: { path, options } satisfies ThreadData })
  const waiting = new Map<number, Waiting>()
  let next = 0
  let end: Error | null = null
  const post = (request: Request): void => worker.postMessage(request)

  const ask = (question: Question): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (end !== null) return reject(end)
      const id = next++
      waiting.set(id, { resolve, reject })
      // whoever waits for an answer keeps the process alive, nobody else does
      worker.ref()
      post({ kind: 'question', id, question })
    })
  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    return one
  }
  const fail = (error: Error): void => {
    end ??= error
    for (const id of waiting.keys()) settle(id)?.reject(error)
  }

  let known: { readonly path: string; readonly notices: readonly string[] } = { path, notices: [] }
  const opened = new Promise<void>((resolve, reject) => {
    const refuse = (error: Error): void => {
      fail(error)
      reject(error)
    }
    worker.on('error', refuse)
    worker.on('exit', () => refuse(new Error('the thread of the results store has ended')))
    worker.on('message', (response: Response) => {
      switch (response.kind) {
        case 'opened':
          known = response
          if (waiting.size === 0) worker.unref()
          return resolve()
        case 'refused':
          refuse(fromPlainError(response.error))
          return void worker.terminate()
        case 'answer':
          return settle(response.id)?.resolve(response.value)
        case 'failure':
          return settle(response.id)?.reject(fromPlainError(response.error))
      }
    })
  })
  // its error reaches whoever asks the store for something
  opened.catch(() => {})

  const close = async (): Promise<void> => {
    try {
      await ask({ kind: 'close' })
    } finally {
      // nothing is open in it any more: nobody has to wait for its end
      void worker.terminate()
    }
  }
  let closing: Promise<void> | null = null
  const store: ResultsStore = {
    get path() {
      return known.path
    },
    get notices() {
      return known.notices
    },
    beginRun: (run) => post({ kind: 'begin-run', run }),
    add: (rows) => post({ kind: 'add', rows }),
    flush: async () => void (await ask({ kind: 'flush' })),
    finishRun: async (runId, state, endedAt) => void (await ask({ kind: 'finish-run', runId, state, endedAt })),
    baselines: async (choice = {}) => (await ask({ kind: 'baselines', options: choice })) as Baseline[],
    report: async (runId) => (await ask({ kind: 'report', runId })) as StoredReport,
    runs: async () => (await ask({ kind: 'runs' })) as Run[],
    knownDurations: async () => (await ask({ kind: 'known-durations' })) as KnownDuration[],
    [Symbol.asyncDispose]() {
      closing ??= close()
      return closing
    },
  }
  return { store, opened }
}
