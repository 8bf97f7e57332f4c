import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Report } from '@vitest-hardware/contracts'
import { renderPage, sentence } from '@vitest-hardware/reporter'
import { storedReport } from '@vitest-hardware/results-store'
import { type Command, Option } from 'commander'
import { defaultDatabase } from './default-database.ts'

const formats = ['html', 'json'] as const
type Format = (typeof formats)[number]

interface ReportOptions {
  readonly db: string
  readonly run?: string
  readonly format: Format
  readonly out?: string
  readonly json?: true
}

export function addReport(program: Command): void {
  program
    .command('report')
    .description('write the report of a run from a database')
    .option('--db <path>', 'database', defaultDatabase)
    .option('--run <id>', 'run; the newest where none is named')
    .addOption(new Option('--format <format>', 'what to write').choices(formats).default('html'))
    .option('--out <path>', 'file to write; report.<format> beside the database where none is named')
    .option('--json', 'print what was written as JSON')
    .action(async ({ db, run, format, out, json }: ReportOptions) => {
      const stored = await storedReport(db, run)
      const report: Report = {
        schema: 'vitest-hardware/report@1',
        generatedAt: new Date().toISOString(),
        sentence: sentence(stored.counts, { state: stored.run.state, skipReasons: stored.skipReasons }),
        ...stored,
      }
      const path = resolve(out ?? join(dirname(db), `report.${format}`))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, format === 'html' ? await renderPage(report) : `${JSON.stringify(report, null, 2)}\n`)
      process.stdout.write(
        json === undefined
          ? `${report.sentence}\n${path}\n`
          : `${JSON.stringify({ runId: report.run.runId, sentence: report.sentence, path })}\n`,
      )
    })
}
