import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts/base'

/**
 * Writes a file whole or not at all: a reader, or the next run, never finds half of it.
 * @throws {UsageError} the disk refuses
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporary, text)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw unwritable(path, error)
  }
}

const nextSteps: Readonly<Record<string, string>> = {
  ENOSPC: 'free some space on this disk',
  EDQUOT: 'free some of your quota on this disk',
  EISDIR: 'remove the folder of that name',
  ENOTDIR: 'remove the file of that name, or choose another folder: hardware({ folder })',
}

/** A failed write, as an error that a user can act on. */
export function unwritable(path: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new UsageError(`a file could not be written: ${error instanceof Error ? error.message : String(error)}`, {
    input: path,
    nextStep: nextSteps[code] ?? 'make the folder writable, or choose another: hardware({ folder })',
    cause: error,
  })
}
