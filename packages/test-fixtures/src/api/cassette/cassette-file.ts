import { UsageError } from '@vitest-hardware/contracts'
import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, normalize } from 'node:path'
import { type Cassette, formatCassette } from './format.ts'
import { parseCassette } from './parse-cassette.ts'

/** Larger files are refused: a cassette holds a test's requests, not a day's. */
export const maxCassetteBytes = 64 * 1024 * 1024

/** @throws {UsageError} for a path that is relative, climbs (`..`) or ends neither in `.json` nor `.jsonl`. */
export function checkCassettePath(path: string): void {
  const problem = path.includes('\0')
    ? 'holds a null byte'
    : !isAbsolute(path)
      ? 'is relative'
      : normalize(path) !== path
        ? 'is not normal: it has `.`, `..` or doubled slashes'
        : /\.jsonl?$/.test(path)
          ? null
          : 'does not end in .json or .jsonl'
  if (problem !== null) {
    throw new UsageError(`The path of a cassette ${problem}`, {
      input: JSON.stringify(path),
      nextStep: 'Give an absolute path that ends in .json or .jsonl, e.g. join(import.meta.dirname, "chat.jsonl").',
    })
  }
}

/** Reads a cassette. @throws {UsageError} for a wrong path, a file that is not there, not regular or too large, or what {@link parseCassette} refuses. */
export async function readCassette(path: string): Promise<Cassette> {
  const cassette = await readCassetteIfThere(path)
  if (cassette !== null) return cassette
  throw new UsageError('There is no cassette', {
    input: path,
    nextStep: "Record it once with mode 'record' and the vendor's key in the environment.",
  })
}

/** As {@link readCassette}, but null where no file is. */
export async function readCassetteIfThere(path: string): Promise<Cassette | null> {
  checkCassettePath(path)
  const facts = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new UsageError(`The cassette cannot be read: ${error.message}`, {
      input: path,
      nextStep: 'Check the path and its permissions.',
      cause: error,
    })
  })
  if (facts === null) return null
  if (!facts.isFile() || facts.size > maxCassetteBytes) {
    throw new UsageError(facts.isFile() ? `The cassette is larger than ${maxCassetteBytes} bytes` : 'The cassette is not a regular file', {
      input: path,
      nextStep: 'Name a cassette file itself, not a folder or a link.',
    })
  }
  return parseCassette(await readFile(path, 'utf8'), path)
}

/** Writes a cassette whole or not at all. */
export async function writeCassette(path: string, cassette: Cassette): Promise<void> {
  checkCassettePath(path)
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.${randomUUID()}.tmp`
  try {
    await writeFile(unfinished, formatCassette(cassette), { flag: 'wx', mode: 0o644 })
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw new UsageError('The cassette cannot be written', { input: path, nextStep: 'Check that its folder is writable.', cause: error })
  }
}
