import { expect, test } from 'vitest'
import { buildReport } from '../testing/report-builder.ts'
import { loadReport } from './load-report.ts'

async function gzipBase64(text: string): Promise<string> {
  const bytes = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer())
  return btoa(String.fromCharCode(...bytes))
}

test('reads JSON and gzipped JSON alike', async () => {
  const report = buildReport({ models: ['bert'], backends: ['cpu'] })
  const json = JSON.stringify(report)
  expect(await loadReport(`\n${json}\n`)).toEqual({ kind: 'report', report })
  expect(await loadReport(await gzipBase64(json))).toEqual({ kind: 'report', report })
})

test('tells an unfilled template from a broken one', async () => {
  expect(await loadReport('<!-- anything -->')).toEqual({ kind: 'none' })
  expect((await loadReport('{"schema":')).kind).toBe('broken')
  expect((await loadReport('{"schema":"vitest-hardware/report@2"}')).kind).toBe('broken')
  expect((await loadReport('%%%')).kind).toBe('broken')
})
