import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { InferenceSession } from 'onnxruntime-common'
import type { LoadCost, Session } from '../backend.ts'
import { RunError } from '../errors.ts'
import { findInputFault } from './explain-run.ts'
import { feedPicker } from './feeds.ts'
import { sessionClosed, sessionOpened } from './open-sessions.ts'
import type { Runtime } from './runtime.ts'
import type { Signature } from './value-info.ts'

/** A shader that the device cannot compile; ONNX Runtime only finds out when it makes the kernel. */
const missingFeature = /requires f16 but the device does not support it/

/** Puts our border around a loaded session. Owns it from here on. */
export function wrapSession(runtime: Runtime, session: InferenceSession, facts: Signature & { load: LoadCost; label: string }): Session {
  return new OnnxruntimeSession(runtime, session, facts)
}

class OnnxruntimeSession implements Session {
  readonly backend: Session['backend']
  readonly inputs: Session['inputs']
  readonly outputs: Session['outputs']
  readonly load: LoadCost
  readonly #runtime: Runtime
  readonly #session: InferenceSession
  readonly #pickFeeds: ReturnType<typeof feedPicker>
  readonly #label: string
  #state: 'open' | 'disposed' = 'open'

  constructor(runtime: Runtime, session: InferenceSession, facts: Signature & { load: LoadCost; label: string }) {
    this.backend = runtime.backend
    this.inputs = facts.inputs
    this.outputs = facts.outputs
    this.load = facts.load
    this.#runtime = runtime
    this.#session = session
    this.#pickFeeds = feedPicker(session.inputNames, runtime.checksArrays)
    this.#label = facts.label
    sessionOpened()
  }

  async run(feeds: Tensors): Promise<Tensors> {
    try {
      // The runtime answers tensors only: `open` refused models with other outputs.
      return await this.#session.run(this.#pickFeeds(feeds))
    } catch (cause) {
      throw this.#explain(feeds, cause)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#state === 'disposed') return
    this.#state = 'disposed'
    sessionClosed()
    await this.#session.release()
  }

  #explain(feeds: Tensors, cause: unknown): RunError {
    const reason = cause instanceof Error ? cause.message.trim() : String(cause)
    const about = { backend: this.backend, reason, cause }
    if (this.#state === 'disposed') {
      return new RunError('the session is disposed', {
        ...about,
        input: this.#label,
        nextStep: 'run it before it is disposed, or open it again',
      })
    }
    const fault = findInputFault(this.inputs, feeds)
    if (fault !== null) return new RunError(`${fault.what} (${this.#label})`, { ...about, input: fault.input, nextStep: fault.nextStep })
    return new RunError(`${this.#runtime.name} failed on ${this.backend}: ${reason}`, {
      ...about,
      input: this.#label,
      isUnsupported: missingFeature.test(reason),
      nextStep:
        'the inputs have the declared types and shapes: compare with the backend cpu, and check the values that choose shapes or indexes',
    })
  }
}
