import type { BackendName } from '@vitest-hardware/contracts'
import type { InferenceSession } from 'onnxruntime-common'

/** What onnxruntime-node and onnxruntime-web have in common: both are onnxruntime-common over another engine. */
export interface Runtime {
  readonly backend: BackendName
  /** npm package. */
  readonly name: string
  readonly version: string
  /** Which of the package's builds, where it has several; null otherwise. */
  readonly build: string | null
  /** Name of the execution provider in `executionProviders`. */
  readonly provider: string
  /** True where the engine opens files itself and finds external data beside them. */
  readonly opensFiles: boolean
  /** True where the engine refuses a tensor whose array is of another kind than its type says. */
  readonly checksArrays: boolean
  /** True where the processor computes the nodes for which the provider has no kernel. @default false */
  readonly sharesNodes?: boolean
  /** What its profiles call the provider; absent where it writes none. */
  readonly profileName?: string
  create(model: string | Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>
}

/** The overloads of `InferenceSession.create` as one function of a path or bytes. */
export function creator(factory: InferenceSessionFactory): Runtime['create'] {
  return (model, options) => (typeof model === 'string' ? factory.create(model, options) : factory.create(model, options))
}

interface InferenceSessionFactory {
  create(path: string, options: InferenceSession.SessionOptions): Promise<InferenceSession>
  create(bytes: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>
}
