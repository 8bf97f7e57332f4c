import { existsSync } from 'node:fs'
import { coverageMarkdown, coverageOf, coverageText, type MatrixRow } from '@vitest-hardware/codegen'
import { modelTypeFacts, modelTypeGaps, typeSignatures } from '@vitest-hardware/model-catalogue/listing'
import { type Command, Option } from 'commander'
import { z } from 'zod'
import { defaultDatabase } from './default-database.ts'

const formats = ['text', 'json', 'markdown'] as const

interface Flags {
  readonly db: string
  readonly format: (typeof formats)[number]
  readonly json?: true
}

/** The newest result of every test of a catalogue's model on each backend. */
const matrixQuery = `
  SELECT t.model_type, t.task, r.backend, r.state, r.reason, t.name
  FROM test_results r JOIN tests t USING (test_id)
  WHERE t.model_type IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY r.test_id, r.backend ORDER BY r.started_at DESC, r.test_result_id DESC) = 1
  ORDER BY ALL`

const MatrixRows = z.array(
  z.object({
    model_type: z.string().nullable(),
    task: z.string().nullable(),
    backend: z.string().nullable(),
    state: z.string(),
    reason: z.string().nullable(),
    name: z.string(),
  }),
)

export function addCoverage(program: Command): void {
  program
    .command('coverage')
    .description('which model types, classes and tasks are built, loaded and tested on which backends, and what is missing')
    .option('--db <path>', 'database with the results of runs', defaultDatabase)
    .addOption(new Option('--format <format>', 'how to print it').choices(formats).default('text'))
    .option('--json', 'print JSON')
    .action(async ({ db, format, json }: Flags) => {
      const rows = await readMatrix(db)
      const coverage = coverageOf({ facts: modelTypeFacts(), signatures: typeSignatures(), gaps: modelTypeGaps(), rows })
      const texts = { text: coverageText, markdown: coverageMarkdown, json: () => `${JSON.stringify(coverage, null, 2)}\n` }
      process.stdout.write(texts[json === undefined ? format : 'json'](coverage))
    })
}

/** What runs have found; nothing where there was no run yet. */
async function readMatrix(path: string): Promise<readonly MatrixRow[]> {
  if (path === defaultDatabase && !existsSync(path)) return []
  const { queryReadOnly } = await import('@vitest-hardware/results-store')
  return MatrixRows.parse(await queryReadOnly(path, matrixQuery))
}
