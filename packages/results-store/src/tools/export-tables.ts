import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openReadOnly } from './read-only.ts'
import { storedTables } from '../storage/tables.ts'
import { literal } from './sql-text.ts'

export const exportFormats = ['parquet', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

const copyOptions: Readonly<Record<ExportFormat, string>> = {
  parquet: 'FORMAT parquet, COMPRESSION zstd',
  csv: 'FORMAT csv, HEADER',
  json: 'FORMAT json, ARRAY true',
}

/**
 * Writes every table as `<folder>/<table>.<format>`; `mergeStores` takes a Parquet folder in again.
 * @returns the files written
 */
export async function exportTables(path: string, folder: string, format: ExportFormat): Promise<string[]> {
  await using database = await openReadOnly(path)
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const table of storedTables) {
    const file = join(resolve(folder), `${table}.${format}`)
    await database.connection.run(`COPY ${table} TO ${literal(file)} (${copyOptions[format]})`)
    files.push(file)
  }
  return files
}
