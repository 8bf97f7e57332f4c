import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts/base'

/** A file's text; null where there is none. Line ends are as generated: a checkout may have changed them. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return null
  }
}

/** A place where no file can be written: no folder, read-only, or full. */
export class OutputError extends UsageError {
  override readonly name = 'OutputError'
}

/**
 * Writes a file whole or not at all.
 * @throws {OutputError} the file system refuses
 */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, text)
    renameSync(temporary, path)
  } catch (cause) {
    if (existsSync(temporary)) rmSync(temporary)
    throw new OutputError(`cannot be written: ${(cause as Error).message}`, {
      input: path,
      nextStep: 'name a folder that can be written, with room in it; what was written so far is whole',
      cause,
    })
  }
}

/** The first sixteen hex digits of a text's SHA-256. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
