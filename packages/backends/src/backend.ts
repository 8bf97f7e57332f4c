import type { BrowserName, HardwareProfile, LocalBackendName } from '@vitest-hardware/contracts'
import type { DataType, Tensors, ValueInfo } from '@vitest-hardware/onnx-graph'
import type { Placement } from './placement/placement.ts'
import type { Precision } from './precision/precision.ts'
import type { ProviderOptions } from './provider-options/provider-options.ts'

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
  /** Kernels may take NaN for any other number, as WGSL lets them (§15.7.2). @default false */
  readonly losesNaN?: boolean
  /**
   * Precisions of weights that the backend claims on every device it accepts; what a machine really computes with, `precisionSupport`
   * finds out. Absent where nothing is claimed.
   */
  readonly precisions?: ReadonlySet<Precision>
}

/** A model file or its bytes. */
export type ModelSource = { readonly path: string } | { readonly bytes: Uint8Array }

export interface OpenOptions {
  /** @default 'all' */
  readonly graphOptimizationLevel?: 'disabled' | 'basic' | 'extended' | 'all'
  /** Threads inside one operator; `wasm` has one pool for the whole process and ignores it. @default the runtime's own choice */
  readonly intraOpNumThreads?: number
  /** Options of the backends' own. @default none */
  readonly provider?: ProviderOptions
  /**
   * What is to become of nodes for which the provider has no kernel: `allow` lets the processor compute them, `forbid` refuses the
   * model. Without effect where there is one provider only (`cpu`, `wasm`).
   * @default 'allow'
   */
  readonly nodeFallback?: 'allow' | 'forbid'
}

/** What opening a session cost, apart from inference. */
export interface LoadCost {
  readonly milliseconds: number
  /** Growth of the process' resident set, bytes; may be 0 where the runtime reused freed memory. */
  readonly residentBytes: number
}

/** A node that the backend did not execute itself. */
export interface FallbackNode {
  /** Its name in the model; the name of its first output where it has none. */
  readonly node: string
  /** e.g. `Gelu` or `com.microsoft.MatMulNBits`. */
  readonly operator: string
  /** Why, and who executed it instead; one line. */
  readonly reason: string
}

/** A loaded model. Whoever opens it disposes it. */
export interface Session extends AsyncDisposable {
  readonly backend: LocalBackendName
  readonly inputs: readonly ValueInfo[]
  readonly outputs: readonly ValueInfo[]
  readonly load: LoadCost
  /**
   * Nodes that are known, from loading alone, to be executed by something other than the backend. Absent where the backend cannot
   * tell without a run: `nodePlacement` finds out for ONNX Runtime's providers.
   */
  readonly fallbackNodes?: readonly FallbackNode[]
  /**
   * @param feeds one tensor for each input
   * @throws {RunError} where the runtime refuses the inputs; names the input, what was expected and what was given
   */
  run(feeds: Tensors): Promise<Tensors>
}

export interface Backend {
  readonly name: LocalBackendName
  /** The browser in whose pages its sessions live; absent for those of this process. */
  readonly browser?: BrowserName
  readonly requirements: readonly Requirement[]
  readonly capabilities: Capabilities
  /** Environment variables that must be set before the process that opens sessions starts; makes what they point at. */
  environment?(cacheFolder: string): Promise<Readonly<Record<string, string>>>
  /** Probes once per process and remembers the answer. Never throws for a missing device. */
  detect(): Promise<Detection>
  /**
   * Runs a session of its own once and tells which provider executed which node; absent where the backend cannot tell. Callers use
   * `nodePlacement`, which also knows the backends without.
   */
  placement?(model: ModelSource, feeds: Tensors, options?: OpenOptions): Promise<Placement>
  /** @throws {ModelLoadError} where the runtime refuses the model; keeps the runtime's own reason */
  readonly open: (model: ModelSource, options?: OpenOptions) => Promise<Session>
}
