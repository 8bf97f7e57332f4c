import type { Family } from '@vitest-hardware/contracts'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { SeededInputsOptions } from '../inputs/seeded-inputs.ts'

/** Which model: a type of the catalogue, a file, or a folder or repository in the hub's layout. */
export type ModelRequest = SeededModelRequest | FileRequest | HubRequest

export interface SeededModelRequest {
  /** The hub's type string, e.g. `xlm-roberta`. */
  readonly model: string
  /** One of the type's tasks. @default its first */
  readonly task?: string
  /** Of the weights. @default 0 */
  readonly seed?: number
}

export interface FileRequest {
  /** Path of a `.onnx` file, relative to the root. */
  readonly file: string
}

export interface HubRequest {
  /** `org/name`, or the path of a folder in the hub's layout (starting with `.` or `/`), relative to the root. */
  readonly hub: string
  /** Branch, tag or commit. @default 'main' */
  readonly revision?: string
  /** The graph's path in the repository. @default `onnx/model.onnx`, else the only `.onnx` file */
  readonly file?: string
}

export type ModelInputsOptions = Omit<SeededInputsOptions, 'config'>

/** A model on disk with what a test needs to run and judge it. */
export interface ResolvedModel {
  /** The type, the file's name or the hub id; for people. */
  readonly name: string
  /** Absolute path of the `.onnx` file. */
  readonly path: string
  /** Absolute path of the folder in the hub's layout; null for a file alone. */
  readonly folder: string | null
  readonly modelType: string | null
  readonly family: Family | null
  readonly task: string | null
  /** Of most weights: `fp32`, `fp16`, `bf16`, `int8` …; null where the model has none. */
  readonly precision: string | null
  /** Tensors that fit the model: those of `golden` where nothing is asked, seeded ones otherwise. */
  inputs(options?: ModelInputsOptions): Tensors
  /** Inputs and the outputs that they must give; null where nothing is known. */
  readonly golden: { readonly inputs: Tensors; readonly outputs: Tensors } | null
}
