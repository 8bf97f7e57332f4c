import { openReadOnly } from './read-only.ts'
import { storedTables, type StoredTable } from '../storage/tables.ts'

export interface StoreCheck {
  readonly version: number
  readonly rows: Readonly<Record<StoredTable, number>>
  /** What does not fit together, one sentence each. */
  readonly issues: readonly string[]
}

const references: readonly [table: StoredTable, column: string, target: StoredTable][] = [
  ['test_results', 'run_id', 'runs'],
  ['test_results', 'test_id', 'tests'],
  ['test_results', 'hardware_profile_id', 'hardware_profiles'],
  ['measurements', 'run_id', 'runs'],
  ['measurements', 'test_id', 'tests'],
  ['measurements', 'hardware_profile_id', 'hardware_profiles'],
  ['comparisons', 'measurement_id', 'measurements'],
  ['comparisons', 'run_id', 'runs'],
]

/** Reads every table of a results file to its end, and looks for rows that refer to nothing and samples that are no numbers. */
export async function checkStore(path: string): Promise<StoreCheck> {
  await using database = await openReadOnly(path)
  const one = async (sql: string): Promise<number> => Number((await database.connection.runAndReadAll(sql)).getRows()[0]![0])
  const rows = Object.fromEntries(storedTables.map((table) => [table, 0])) as Record<StoredTable, number>
  for (const table of storedTables) rows[table] = await one(`SELECT count(*) FROM ${table}`)
  const issues: string[] = []
  for (const [table, column, target] of references) {
    const lost = await one(
      `SELECT count(*) FROM ${table} a WHERE a.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${target} b WHERE b.${column} = a.${column})`,
    )
    if (lost > 0) issues.push(`${lost} rows of ${table} refer to ${target} that are not there`)
  }
  const odd = await one(
    "SELECT count(*) FROM measurements WHERE len(samples) = 0 OR list_aggregate(list_transform(samples, lambda x: isfinite(x)), 'bool_and') = false",
  )
  if (odd > 0) issues.push(`${odd} measurements have no samples, or some that are not finite`)
  return { version: database.version, rows, issues }
}
