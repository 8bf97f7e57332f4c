import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { System } from '../probe/system.ts'

const dumps = join(import.meta.dirname, '..', '..', '..', '..', 'fixtures', 'devices')

/** A dump of `fixtures/devices`. */
export function dump(name: string): string {
  return readFileSync(join(dumps, name), 'utf8')
}

/** What a machine answers; everything that is not named is absent. */
export interface Recording {
  readonly platform?: NodeJS.Platform
  readonly arch?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Text by path; folders follow from the paths. */
  readonly files?: Readonly<Record<string, string>>
  readonly devices?: Readonly<Record<string, 'forbidden' | 'usable'>>
  readonly libraries?: readonly string[]
  /** Output by program and arguments, or by program alone. */
  readonly outputs?: Readonly<Record<string, string>>
}

export function recordedSystem(recording: Recording): System {
  const { files = {}, devices = {}, libraries = [], outputs = {} } = recording
  const paths = [...Object.keys(files), ...Object.keys(devices)]
  return {
    platform: recording.platform ?? 'linux',
    arch: recording.arch ?? 'x64',
    environment: recording.environment ?? {},
    text: async (path) => files[path] ?? null,
    names: async (folder) => {
      const inside = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1).split('/')[0]!)
      return [...new Set(inside)].sort()
    },
    device: async (path) => devices[path] ?? 'absent',
    library: async (name) => (libraries.includes(name) ? `/usr/lib/${name}` : null),
    output: async (program, args) => outputs[[program, ...args].join(' ')] ?? outputs[program] ?? null,
  }
}
