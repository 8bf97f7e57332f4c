import type { Backend, OpenOptions, Session } from '@vitest-hardware/backends'

/** One holder's share of the pool. */
export interface SessionLease {
  /** The session for this model, opened at the first call and shared with all who ask for the same. Whoever asks does not dispose it. */
  open(backend: Backend, path: string, options?: OpenOptions): Promise<Session>
  /** Gives all sessions back; those that nobody else holds are disposed. */
  release(): Promise<void>
}

interface Entry {
  readonly session: Promise<Session>
  holders: number
}

/** Sessions by backend, model and options, counted by holder. */
export class SessionPool {
  readonly #entries = new Map<string, Entry>()

  /** Sessions that are open now. */
  get size(): number {
    return this.#entries.size
  }

  /** @param defaults options of its sessions where a call gives none */
  lease(defaults: OpenOptions = {}): SessionLease {
    const held = new Map<string, Entry>()
    return {
      open: (backend, path, given = {}) => {
        const options = { ...defaults, ...given }
        const key = keyOf(backend, path, options)
        let entry = held.get(key)
        if (entry === undefined) {
          entry = this.#entries.get(key) ?? this.#open(key, () => backend.open({ path }, options))
          entry.holders += 1
          held.set(key, entry)
          // a model that did not load is not held: the next test asks again and gets the error itself
          entry.session.catch(() => held.delete(key))
        }
        return entry.session
      },
      release: async () => {
        const entries = [...held]
        held.clear()
        for (const [key, entry] of entries) await this.#giveBack(key, entry)
      },
    }
  }

  #open(key: string, open: () => Promise<Session>): Entry {
    const entry: Entry = { session: open(), holders: 0 }
    this.#entries.set(key, entry)
    entry.session.catch(() => this.#entries.delete(key))
    return entry
  }

  async #giveBack(key: string, entry: Entry): Promise<void> {
    entry.holders -= 1
    if (entry.holders > 0 || this.#entries.get(key) !== entry) return
    this.#entries.delete(key)
    await (await entry.session)[Symbol.asyncDispose]()
  }
}

/** The worker's pool. */
export const sessionPool = new SessionPool()

/** Backends are told apart by how they open: copies of one open alike, and each page of a browser opens in itself. */
const openers = new WeakMap<Backend['open'], number>()
let nextOpener = 0

function keyOf({ name, open }: Backend, path: string, options: OpenOptions): string {
  const { graphOptimizationLevel = 'all', intraOpNumThreads = 0, nodeFallback = 'allow', provider = {} } = options
  let opener = openers.get(open)
  if (opener === undefined) openers.set(open, (opener = nextOpener++))
  return JSON.stringify([name, opener, path, graphOptimizationLevel, intraOpNumThreads, nodeFallback, provider])
}
