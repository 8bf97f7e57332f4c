import { UsageError } from '@vitest-hardware/contracts'
import { z } from 'zod'
import {
  type Cassette,
  CassetteEndSchema,
  type CassetteExchange,
  CassetteExchangeSchema,
  CassetteHeadSchema,
  cassetteVersion,
} from './format.ts'

/**
 * Reads what `formatCassette` wrote.
 *
 * @param path - named in errors.
 * @throws {UsageError} for a file that is no cassette, is newer than this version, was cut off, or has a line that does not fit.
 */
export function parseCassette(text: string, path: string): Cassette {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const [first, ...rest] = lines.map((line) => parseJson(line))
  const version = z.object({ kind: z.literal('vitest-hardware-cassette'), version: z.number() }).safeParse(first)
  if (!version.success)
    throw wrong('is not a cassette', path, 'its first line is not the head of one', 'Name a file that was recorded, or record it anew.')
  if (version.data.version > cassetteVersion) {
    const versions = `version ${version.data.version}; this one reads up to ${cassetteVersion}`
    throw wrong('was written by a newer version', path, versions, 'Update vitest-hardware, or record it anew.')
  }
  const head = CassetteHeadSchema.safeParse(first)
  if (!head.success) throw wrong('has a head that does not fit', path, z.prettifyError(head.error), 'Record it anew.')
  const end = CassetteEndSchema.safeParse(rest.pop())
  const exchanges = rest.map((line, index) => parseExchange(line, index, path))
  if (!end.success || end.data.exchanges !== exchanges.length) {
    const found = end.success ? `${exchanges.length} of ${end.data.exchanges} exchanges` : `no end after ${exchanges.length} exchanges`
    throw wrong('was cut off', path, found, 'Restore the whole file, or record it anew.')
  }
  return { provider: head.data.provider, source: head.data.source, exchanges }
}

function parseExchange(line: unknown, index: number, path: string): CassetteExchange {
  const parsed = CassetteExchangeSchema.safeParse(line)
  if (parsed.success) return parsed.data
  const problem = line === undefined ? 'not JSON' : z.prettifyError(parsed.error)
  throw wrong('has a line that does not fit', path, `line ${index + 2}: ${problem}`, 'Restore the file, or record it anew.')
}

function wrong(what: string, path: string, found: string, nextStep: string): UsageError {
  return new UsageError(`The cassette ${what}: ${found}`, { input: path, nextStep })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
