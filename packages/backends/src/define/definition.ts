import type { CustomBackendName, HardwareProfileFacts } from '@vitest-hardware/contracts'
import type { DataType, Tensors } from '@vitest-hardware/onnx-graph'
import type { Backend, FallbackNode, OpenOptions, Requirement } from '../backend.ts'
import type { Precision } from '../precision/precision.ts'

/** What a third party's backend computes on; the facts of the host are added. */
export interface CustomDevice extends Pick<HardwareProfileFacts, 'device' | 'runtime' | 'runtimeVersion'> {
  readonly deviceKind: 'cpu' | 'gpu' | 'npu'
  /** A software implementation stands in for the device. @default false */
  readonly isSoftwareDevice?: boolean
  /** Driver name and version. @default null */
  readonly driver?: string | null
  /** Which build of the runtime, where several give different numbers. @default null */
  readonly runtimeBuild?: string | null
  /** Memory of the device's own, bytes. @default null */
  readonly deviceMemoryBytes?: number | null
}

export type CustomDetection =
  | ({ readonly available: true } & CustomDevice)
  /** The reason is one line and names what is missing; the next step says how to get it. */
  | { readonly available: false; readonly reason: string; readonly nextStep: string }

/** A model that is about to be loaded: it is whole, and its inputs and outputs are known. */
export interface ModelToLoad {
  /** An ONNX file's bytes. */
  readonly bytes: Uint8Array
  /** Absolute path, where the model is a file; external data lie beside it. */
  readonly path: string | null
}

/** What the user asked for, with the backend's own part of the provider options. */
export interface LoadOptions extends Required<Pick<OpenOptions, 'graphOptimizationLevel' | 'nodeFallback'>> {
  /** 0 leaves it to the backend. */
  readonly intraOpNumThreads: number
  /** `options.provider['vendor/name']`, unchecked; undefined where none were given. */
  readonly own: object | undefined
}

/** A loaded model. */
export interface LoadedModel {
  /** Nodes that something else computes. @default none are known */
  readonly fallbackNodes?: readonly FallbackNode[]
  /** Feeds have been checked against the model's declared inputs. Arrays that are answered must not be written to later. */
  run(feeds: Tensors): Promise<Tensors> | Tensors
  /** Called once. @default nothing is to be freed */
  dispose?(): PromiseLike<void> | void
}

/** A backend as a third party describes it. */
export interface BackendDefinition {
  /** `vendor/name`, in lower case. */
  readonly name: CustomBackendName
  /** What it needs besides itself. @default nothing */
  readonly requirements?: readonly Requirement[]
  readonly capabilities: {
    /** Element types of inputs and outputs. */
    readonly dtypes: Iterable<DataType>
    /** Precisions of weights that it computes with on every device. @default none are claimed */
    readonly precisions?: Iterable<Precision>
    /** It finds weights that lie in files beside the model. @default false */
    readonly externalData?: boolean
    /** `run` blocks the JavaScript thread. @default false */
    readonly blocking?: boolean
    /** Kernels may take NaN for any other number. @default false */
    readonly losesNaN?: boolean
  }
  /**
   * Operators that it has, those of other domains as `domain.Name`; a model with others is refused before it is loaded.
   * @default `load` decides
   */
  readonly operators?: Iterable<string>
  /** Environment variables that must be set before the process that opens sessions starts. @default none */
  readonly environment?: NonNullable<Backend['environment']>
  /** Looks for the device; called once per process. */
  detect(): Promise<CustomDetection> | CustomDetection
  /** Loads a model; what it throws becomes a `ModelLoadError` that keeps its message. */
  load(model: ModelToLoad, options: LoadOptions): Promise<LoadedModel> | LoadedModel
}
