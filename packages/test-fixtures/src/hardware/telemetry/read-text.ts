import { readdirSync, readFileSync } from 'node:fs'

/** Text of a file of `/proc` or `/sys`; null where it is not there or may not be read. Read at once: these files are made while they are read. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** The number that a file holds; null where it holds none. */
export function readNumber(path: string): number | null {
  const text = readText(path)?.trim()
  const number = text === undefined || text === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : null
}

/** Names in a folder; none where it is not there. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
