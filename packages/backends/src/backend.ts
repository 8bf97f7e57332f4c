import type { BackendName, HardwareProfile } from '@vitest-hardware/contracts'
import type { DataType, Tensors, ValueInfo } from '@vitest-hardware/onnx-graph'

/** An optional dependency of a backend, as data, so that `doctor` can say how to get it. */
export interface Requirement {
  /** npm or system package, driver or device. */
  readonly name: string
  readonly kind: 'npm' | 'system' | 'driver' | 'device' | 'os'
  /** The command or sentence that gets it. */
  readonly install: string
}

/** What {@link Backend.detect} found. A reason is one line and names what is missing. */
export type Detection =
  | { readonly available: true; readonly profile: HardwareProfile }
  | { readonly available: false; readonly reason: string; readonly nextStep: string }

export interface Capabilities {
  /** Element types that may cross the border of a session. What a kernel supports is decided by the runtime at load. */
  readonly dtypes: ReadonlySet<DataType>
  /** Sequence, optional and map values as inputs or outputs. */
  readonly nonTensorValues: boolean
  /** `open` takes a path and finds external data beside it. */
  readonly externalData: boolean
  /** `run` blocks the JavaScript thread. */
  readonly blocking: boolean
}

/** A model file or its bytes. */
export type ModelSource = { readonly path: string } | { readonly bytes: Uint8Array }

export interface OpenOptions {
  /** @default 'all' */
  readonly graphOptimizationLevel?: 'disabled' | 'basic' | 'extended' | 'all'
  /** Threads inside one operator; `wasm` has one pool for the whole process and ignores it. @default the runtime's own choice */
  readonly intraOpNumThreads?: number
}

/** What opening a session cost, apart from inference. */
export interface LoadCost {
  readonly milliseconds: number
  /** Growth of the process' resident set, bytes; may be 0 where the runtime reused freed memory. */
  readonly residentBytes: number
}

/** A loaded model. Whoever opens it disposes it. */
export interface Session extends AsyncDisposable {
  readonly backend: BackendName
  readonly inputs: readonly ValueInfo[]
  readonly outputs: readonly ValueInfo[]
  readonly load: LoadCost
  /**
   * @param feeds one tensor for each input
   * @throws {RunError} where the runtime refuses the inputs; names the input, what was expected and what was given
   */
  run(feeds: Tensors): Promise<Tensors>
}

export interface Backend {
  readonly name: BackendName
  readonly requirements: readonly Requirement[]
  readonly capabilities: Capabilities
  /** Environment variables that must be set before the process that opens sessions starts; makes what they point at. */
  environment?(cacheFolder: string): Promise<Readonly<Record<string, string>>>
  /** Probes once per process and remembers the answer. Never throws for a missing device. */
  detect(): Promise<Detection>
  /** @throws {ModelLoadError} where the runtime refuses the model; keeps the runtime's own reason */
  open(model: ModelSource, options?: OpenOptions): Promise<Session>
}
