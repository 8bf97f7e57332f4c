import { readFile, readdir } from 'node:fs/promises'
import { outputOf } from './command.ts'
import { deviceNode, type DeviceNodeState } from './device-node.ts'
import { findSharedLibrary } from './shared-library.ts'

/** What detection asks the machine; replaced as a whole in tests, so that every branch can be walked with recorded answers. */
export interface System {
  readonly platform: NodeJS.Platform
  readonly arch: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** A text file; null where it cannot be read. */
  text(path: string): Promise<string | null>
  /** Names in a folder, sorted; empty where it cannot be read. */
  names(folder: string): Promise<readonly string[]>
  device(path: string): Promise<DeviceNodeState>
  /** Path of a shared library that the dynamic linker would find. */
  library(name: string): Promise<string | null>
  /** What a program prints; null where it is absent, fails or hangs. */
  output(program: string, args: readonly string[]): Promise<string | null>
}

/** The machine that this process runs on. */
export const thisSystem: System = {
  platform: process.platform,
  arch: process.arch,
  environment: process.env,
  text: (path) => readFile(path, 'utf8').catch(() => null),
  names: async (folder) => (await readdir(folder).catch((): string[] => [])).sort(),
  device: deviceNode,
  library: findSharedLibrary,
  output: outputOf,
}
