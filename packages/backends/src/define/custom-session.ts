import type { CustomBackendName } from '@vitest-hardware/contracts'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { FallbackNode, LoadCost, Session } from '../backend.ts'
import { RunError, UnsupportedError } from '../errors.ts'
import { findInputFault } from '../onnxruntime/explain-run.ts'
import { sessionClosed, sessionOpened } from '../onnxruntime/open-sessions.ts'
import type { LoadedModel } from './definition.ts'
import type { CustomModel } from './read-custom-model.ts'

/** The border around a third party's loaded model: it checks feeds, counts sessions, and says what went wrong. */
export class CustomSession implements Session {
  readonly backend: CustomBackendName
  readonly inputs: Session['inputs']
  readonly outputs: Session['outputs']
  readonly load: LoadCost
  readonly fallbackNodes?: readonly FallbackNode[]
  readonly #loaded: LoadedModel
  readonly #label: string
  #state: 'open' | 'disposed' = 'open'

  constructor(backend: CustomBackendName, model: CustomModel, loaded: LoadedModel, load: LoadCost) {
    this.backend = backend
    this.inputs = model.inputs
    this.outputs = model.outputs
    this.load = load
    if (loaded.fallbackNodes !== undefined) this.fallbackNodes = loaded.fallbackNodes
    this.#loaded = loaded
    this.#label = model.label
    sessionOpened()
  }

  async run(feeds: Tensors): Promise<Tensors> {
    if (this.#state === 'disposed')
      throw this.#error('the session is disposed', 'the session is disposed', 'run it before it is disposed, or open it again')
    const fault = findInputFault(this.inputs, feeds)
    if (fault !== null)
      throw new RunError(`${fault.what} (${this.#label})`, {
        backend: this.backend,
        reason: fault.what,
        input: fault.input,
        nextStep: fault.nextStep,
      })
    try {
      return await this.#loaded.run(feeds)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message.trim() : String(cause)
      throw this.#error(`${this.backend} failed: ${reason}`, reason, 'compare with the backend cpu', cause)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#state === 'disposed') return
    this.#state = 'disposed'
    sessionClosed()
    await this.#loaded.dispose?.()
  }

  #error(what: string, reason: string, nextStep: string, cause?: unknown): RunError {
    const isUnsupported = cause instanceof UnsupportedError
    return new RunError(what, { backend: this.backend, reason, input: this.#label, nextStep, isUnsupported, cause })
  }
}
