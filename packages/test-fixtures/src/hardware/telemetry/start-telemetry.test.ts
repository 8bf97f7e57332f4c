import { expect, test } from 'vitest'
import { setTimeout } from 'node:timers/promises'
import { startTelemetry } from './start-telemetry.ts'
import { telemetrySources } from './sources.ts'

test('a thread samples while this one is blocked', async () => {
  const telemetry = await startTelemetry({ platform: process.platform, root: '/', everyMs: 10 })
  expect(telemetry.sources.map(({ name }) => name)).toEqual(telemetrySources.map(({ name }) => name))
  for (const source of telemetry.sources) if (!source.available) expect(source.reason).toMatch(/.{10}/)
  const until = performance.now() + 300
  while (performance.now() < until) Math.sqrt(until)
  const soFar = await telemetry.series()
  await setTimeout(20)
  const series = await telemetry.stop()
  const find = (name: string) => series.find((one) => one.name === name)
  expect(soFar.find(({ name }) => name === 'resident-memory')!.samples.length).toBeGreaterThan(5)
  expect(find('resident-memory')!.samples.length).toBeGreaterThan(soFar.find(({ name }) => name === 'resident-memory')!.samples.length)
  expect(Math.max(...find('process-cpu')!.samples)).toBeGreaterThan(5)
  for (const share of find('cpu')!.samples) expect(share).toBeLessThanOrEqual(100)
  expect(await telemetry.stop()).toBe(series)
  expect(await telemetry.series()).toBe(series)
})
