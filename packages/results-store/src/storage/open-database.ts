import { existsSync, readFileSync, renameSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { StoreCorruptError, StoreLockedError, StoreNewerError, StoreUnreadableError, StoreUnwritableError } from '../errors.ts'
import * as duckdb from './duckdb.ts'

/** A file of another kind, or a user's query, would make DuckDB download and load an extension for it. */
const withoutNetwork = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' }

/**
 * Opens a DuckDB file; throws what a user can act on in place of DuckDB's own words.
 * @throws {StoreLockedError | StoreNewerError | StoreUnwritableError | StoreCorruptError | StoreUnreadableError}
 */
export async function openDatabase(path: string, access: 'write' | 'read'): Promise<DuckDBInstance> {
  const absolute = resolve(path)
  try {
    if (access === 'write') await mkdir(dirname(absolute), { recursive: true })
    // one process writes few rows: more threads would only take time from the tests
    return await duckdb.DuckDBInstance.create(absolute, {
      access_mode: access === 'write' ? 'READ_WRITE' : 'READ_ONLY',
      threads: '1',
      ...withoutNetwork,
    })
  } catch (error) {
    throw explain(absolute, error)
  }
}

/** Turns an error of opening into one that a user can act on. */
export function explain(path: string, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error)
  if (/Could not set lock|Conflicting lock|being used by another process/i.test(message))
    return new StoreLockedError(path, holderOf(message), error)
  if (/version number \d+, but we can only read/i.test(message))
    return new StoreNewerError(path, /version number \d+/.exec(message)![0], 'an older one')
  if (
    /EACCES|EROFS|ENOTDIR|EEXIST|EPERM|Permission denied|Read-only file system|Cannot open file|No space left|ENOSPC|Is a directory|Not a directory/i.test(
      message,
    )
  ) {
    return new StoreUnwritableError(path, firstLine(message), error)
  }
  // only what is known to mean a damaged file: the caller moves such a file aside, and a good one must stay where it is
  if (
    /not a valid DuckDB database|Corrupt|checksum|Could not read enough bytes|Failure while replaying WAL|Serialization Error|Deserialization/i.test(
      message,
    )
  ) {
    return new StoreCorruptError(path, firstLine(message), error)
  }
  return new StoreUnreadableError(path, firstLine(message), error)
}

/**
 * Moves a corrupt file, and its write-ahead log, out of the way under a name that is free.
 * @returns the new path of the file
 */
export function keepAside(path: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const base = path.replace(/\.duckdb$/, '')
  let aside = `${base}.corrupt-${stamp}.duckdb`
  for (let count = 1; existsSync(aside); count++) aside = `${base}.corrupt-${stamp}-${count}.duckdb`
  renameSync(path, aside)
  if (existsSync(`${path}.wal`)) renameSync(`${path}.wal`, `${aside}.wal`)
  return aside
}

export function firstLine(message: string): string {
  return message.split('\n')[0]!.trim()
}

function holderOf(message: string): { pid: number | null; command: string | null } {
  const pid = /PID (\d+)/.exec(message)?.[1]
  if (pid === undefined) return { pid: null, command: null }
  return { pid: Number(pid), command: commandOf(pid) }
}

/** What the process was started with, where the platform tells. */
function commandOf(pid: string): string | null {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .split('\0')
      .filter((word) => word !== '')
    return words.length === 0 ? null : words.join(' ').slice(0, 200)
  } catch {
    return null
  }
}
