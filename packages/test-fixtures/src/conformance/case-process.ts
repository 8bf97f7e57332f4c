import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BackendName } from '@vitest-hardware/contracts'
import type { ConformanceCase } from './find-cases.ts'
import type { CaseOutcome, RunCaseOptions } from './run-case.ts'

/** To the process. */
export interface CaseRequest {
  readonly item: ConformanceCase
  readonly backend: BackendName
  readonly options: RunCaseOptions
}

/** From the process. After an error that nobody expected the runtime in it may be broken. */
export interface CaseAnswer {
  readonly outcome: CaseOutcome
  readonly isSound: boolean
}

/**
 * Runs cases one after another in a process of their own, because nothing in a process outlives a crash of a native runtime, and
 * nothing else can stop one that never returns. A process that ended is replaced for the next case.
 */
export class CaseProcess implements AsyncDisposable {
  #child: ChildProcess | null = null

  /** @param signal ends the process, and with it the case */
  async run(request: CaseRequest, signal: AbortSignal): Promise<CaseOutcome> {
    const child = (this.#child ??= start())
    const ended = new AbortController()
    const until = { signal: ended.signal }
    try {
      child.send(request)
      const [answer] = await Promise.race([
        once(child, 'message', until) as Promise<[CaseAnswer]>,
        once(child, 'exit', until).then(([code, killedBy]): [CaseAnswer] => [crashed(code as number | null, killedBy as string | null)]),
        once(signal, 'abort', until).then((): [CaseAnswer] => [abandoned]),
      ])
      if (!answer.isSound) await this.#end()
      return answer.outcome
    } finally {
      ended.abort()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end()
  }

  async #end(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

function start(): ChildProcess {
  // none of the options of Vitest's own worker: they would load Vitest
  return fork(fileURLToPath(new URL('case-worker.js', import.meta.url)), { execArgv: [], serialization: 'advanced' })
}

const abandoned: CaseAnswer = {
  outcome: { state: 'failed', message: 'the case took longer than its test may; its process was ended' },
  isSound: false,
}

function crashed(code: number | null, killedBy: string | null): CaseAnswer {
  const how = killedBy === null ? `exit code ${code}` : killedBy
  return { outcome: { state: 'failed', message: `the runtime ended its process on this case (${how})` }, isSound: false }
}
