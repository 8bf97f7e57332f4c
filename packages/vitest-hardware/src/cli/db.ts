import {
  checkStore,
  type ExportFormat,
  exportFormats,
  exportTables,
  mergeStores,
  migrateStore,
  queryReadOnly,
} from '@vitest-hardware/results-store'
import { type Command, Option } from 'commander'
import { defaultDatabase } from './default-database.ts'

interface Shared {
  readonly json?: true
}

export function addDb(program: Command): void {
  const db = program.command('db').description('merge, export, query, migrate and check results databases')
  db.command('merge')
    .description('take the results of other databases, or of Parquet exports, into one')
    .argument('<target>', 'database that takes the rows; made where it does not exist')
    .argument('<source...>', 'databases, or folders that "db export" wrote')
    .option('--json', 'print JSON')
    .action(async (target: string, sources: string[], { json }: Shared) => {
      const merged = await mergeStores(target, sources)
      const lines = merged.map(
        ({ source, added }) => `${source}: ${added.runs} runs, ${added.test_results} results and ${added.measurements} measurements added`,
      )
      print(json, merged, lines)
    })
  db.command('export')
    .description('write every table to a folder')
    .argument('<folder>')
    .addOption(new Option('--format <format>', 'file format').choices(exportFormats).default('parquet'))
    .option('--db <path>', 'database', defaultDatabase)
    .option('--json', 'print JSON')
    .action(async (folder: string, { format, db: path, json }: Shared & { format: ExportFormat; db: string }) => {
      const files = await exportTables(path, folder, format)
      print(json, files, files)
    })
  db.command('query')
    .description('run one SQL statement, read-only')
    .argument('<sql>')
    .option('--db <path>', 'database', defaultDatabase)
    .option('--json', 'print JSON')
    .action(async (sql: string, { db: path, json }: Shared & { db: string }) => {
      const rows = await queryReadOnly(path, sql)
      if (json === undefined) console.table(rows)
      else print(json, rows, [])
    })
  db.command('migrate')
    .description('bring a database to the schema of this version')
    .option('--db <path>', 'database', defaultDatabase)
    .option('--json', 'print JSON')
    .action(async ({ db: path, json }: Shared & { db: string }) => {
      const migrated = await migrateStore(path)
      print(json, migrated, [
        `${path} has schema ${migrated.version}; ${migrated.applied.length === 0 ? 'nothing to do' : `applied ${migrated.applied.join(', ')}`}`,
      ])
    })
  db.command('check')
    .description('read a database to its end and look for rows that do not fit together')
    .option('--db <path>', 'database', defaultDatabase)
    .option('--json', 'print JSON')
    .action(async ({ db: path, json }: Shared & { db: string }) => {
      const check = await checkStore(path)
      const counts = Object.entries(check.rows).map(([table, rows]) => `${table}: ${rows} rows`)
      print(json, check, [`schema ${check.version}`, ...counts, ...(check.issues.length === 0 ? ['no issues'] : check.issues)])
      if (check.issues.length > 0) process.exitCode = 1
    })
}

function print(json: true | undefined, value: unknown, lines: readonly string[]): void {
  process.stdout.write(json === undefined ? `${lines.join('\n')}\n` : `${JSON.stringify(value, null, 2)}\n`)
}
