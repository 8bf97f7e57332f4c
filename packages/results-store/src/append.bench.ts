import { DuckDBInstance } from '@duckdb/node-api'
import { test } from 'vitest'
import { appendRows } from './storage/append-rows.ts'
import { migrate } from './migrations/migrate.ts'
import { tables } from './storage/tables.ts'
import { sampleResult, sampleRun, sampleTest } from './testing/sample-rows.ts'

const rows = 2000

test('writing results: our batch against prepared inserts', async ({ bench }) => {
  const run = sampleRun()
  const some = sampleTest()
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  await migrate(connection, ':memory:')
  const insert = await connection.prepare(
    'INSERT INTO test_results VALUES ($1::UUID, $2::UUID, $3::UUID, $4::UUID, $5, $6, $7, $8, $9::TIMESTAMP, $10, $11, $12)',
  )
  await bench.compare(
    bench('batch', async () => {
      await connection.run('BEGIN')
      await appendRows(
        connection,
        tables.results,
        Array.from({ length: rows }, () => sampleResult(run, some)),
      )
      await connection.run('COMMIT')
    }),
    bench('prepared INSERT', async () => {
      await connection.run('BEGIN')
      for (let row = 0; row < rows; row++) {
        const result = sampleResult(run, some)
        insert.bind([
          result.testResultId,
          result.runId,
          result.testId,
          result.hardwareProfileId,
          result.project,
          result.backend,
          result.state,
          result.reason,
          result.startedAt.replace('Z', ''),
          result.durationMs,
          result.retries,
          'measured',
        ])
        await insert.run()
      }
      await connection.run('COMMIT')
    }),
    { time: 500, iterations: 5, warmupTime: 0, warmupIterations: 1 },
  )
  connection.closeSync()
  instance.closeSync()
}, 120_000)
