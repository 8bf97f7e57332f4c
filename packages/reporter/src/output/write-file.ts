import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts'

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
    throw new UsageError(`a file of the run could not be written: ${error instanceof Error ? error.message : String(error)}`, {
      input: path,
      nextStep: 'make room and make the folder writable, then run again; what was recorded is in the database',
      cause: error,
    })
  }
}
