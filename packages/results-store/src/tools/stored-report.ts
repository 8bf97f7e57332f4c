import { UsageError } from '@vitest-hardware/contracts/base'
import { readReport } from '../queries/report.ts'
import { readRuns } from '../queries/runs.ts'
import type { StoredReport } from '../results-store.ts'
import { openReadOnly } from './read-only.ts'

/**
 * What the page needs of a run, read from a file that nobody writes.
 * @param runId @default the newest run
 * @throws {UsageError} no such run, or none at all
 */
export async function storedReport(path: string, runId?: string): Promise<StoredReport> {
  await using database = await openReadOnly(path)
  const chosen = runId ?? (await readRuns(database.connection)).at(-1)?.runId
  if (chosen === undefined)
    throw new UsageError('the database holds no run', { input: path, nextStep: 'run vitest run --project hardware first' })
  // awaited here: the database closes with this block
  return await readReport(database.connection, chosen)
}
