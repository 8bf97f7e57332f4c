import type { Precision } from '@vitest-hardware/backends'
import type { BrowserName, HardwareProfile, LocalBackendName } from '@vitest-hardware/contracts'
import type { ByteSize } from './byte-size.ts'

/** One of these, or exactly this. */
export type OneOf<Value> = Value | readonly Value[]

/** What a test needs; every key that is given must hold. */
export interface Requirements {
  /** The project's backend is this one, or one of these. */
  readonly backend?: OneOf<LocalBackendName>
  /** The backend computes with weights of all of these. */
  readonly precision?: OneOf<Precision>
  /** What computes: its kind (`gpu`), or part of its name in any case (`H100`). */
  readonly device?: OneOf<'cpu' | 'gpu' | 'npu' | (string & {})>
  /** `true`: no software implementation stands in for the device. */
  readonly realDevice?: boolean
  /** The browser in whose pages the backend executes; `null`: Node. */
  readonly browser?: OneOf<BrowserName | null>
  /** Memory that this process may use, at least: physical, or the container's limit. */
  readonly memory?: ByteSize
  /** Of that, free now, at least. */
  readonly freeMemory?: ByteSize
  /** Memory of the device itself, at least. */
  readonly deviceMemory?: ByteSize
  /** Free on the disk of the working directory, at least. */
  readonly freeDisk?: ByteSize
  /** Logical cores that this process may use, at least. */
  readonly cores?: number
  readonly os?: OneOf<NodeJS.Platform>
  readonly arch?: OneOf<NodeJS.Architecture>
}

/** What there is, in the terms of {@link Requirements}. */
export interface HardwareFacts extends Pick<
  HardwareProfile,
  'backend' | 'device' | 'deviceKind' | 'isSoftwareDevice' | 'deviceMemoryBytes' | 'cores' | 'os' | 'arch'
> {
  /** The browser in whose pages the backend executes; null for Node. */
  readonly browser: BrowserName | null
  /** Of which the backend takes tensors. */
  readonly precisions: readonly Precision[]
  /** Memory that this process may use: the machine's, or its container's limit where that is lower. */
  readonly usableMemoryBytes: number
  /** Of that, free when the test began. */
  readonly freeMemoryBytes: number
  /** On the disk of the project's root, when the test began. */
  readonly freeDiskBytes: number
}
