import type { Session } from '@vitest-hardware/backends'
import type { HardwareProfile } from '@vitest-hardware/contracts'
import type { ResolvedModel } from '@vitest-hardware/model-catalogue'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { describe, expectTypeOf, test as vitestTest } from 'vitest'
import type { ApiClient } from '../api/client/api-client.ts'
import { apiTest } from '../api/fixture/api-test.ts'
import type { ApiMetrics } from '../api/metrics/api-metrics.ts'
import { browserTest, type BrowserTestAPI } from '../browser/browser-test.ts'
import type { Hardware } from '../hardware/hardware-facts.ts'
import { hardwareTest } from '../hardware/hardware-test.ts'
import type { Requires } from '../hardware/hardware-fixtures.ts'
import type { Telemetry } from '../hardware/telemetry/start-telemetry.ts'
import type { Measure } from '../model/model-fixtures.ts'
import { modelTest } from '../model/model-test.ts'
import type { SessionLease } from '../model/session-pool.ts'
import type { ContextOf } from './mixed.ts'

/** Never called: the compiler checks it. */
function types(): void {
  const both = modelTest({ model: 'bert' }, { base: hardwareTest({ requires: { cores: 1 } }) })
  both('has the fixtures of both', ({ hardware, telemetry, requires, model, session, inputs, sessions, backend, task }) => {
    expectTypeOf(hardware).toEqualTypeOf<Hardware>()
    expectTypeOf(telemetry).toEqualTypeOf<Telemetry>()
    expectTypeOf(requires).toEqualTypeOf<Requires>()
    expectTypeOf(model).toEqualTypeOf<ResolvedModel>()
    expectTypeOf(session).toEqualTypeOf<Session>()
    expectTypeOf(inputs).toEqualTypeOf<Tensors>()
    expectTypeOf(sessions).toEqualTypeOf<SessionLease>()
    expectTypeOf(backend.profile).toEqualTypeOf<HardwareProfile>()
    expectTypeOf(task.name).toEqualTypeOf<string>()
  })
  both.beforeAll(({ sessions }) => {
    expectTypeOf(sessions).toEqualTypeOf<SessionLease>()
  })
  // @ts-expect-error what lives as long as a test is not there before all of them
  both.beforeAll(({ hardware }) => void hardware)
  // @ts-expect-error nobody has brought such a fixture
  both('has no others', ({ page }) => void page)

  // the other way round, they are the same fixtures
  const otherWay = hardwareTest({ base: modelTest({ model: 'bert' }) })
  expectTypeOf<ContextOf<typeof otherWay>['model']>().toEqualTypeOf<ContextOf<typeof both>['model']>()
  expectTypeOf<ContextOf<typeof otherWay>['hardware']>().toEqualTypeOf<ContextOf<typeof both>['hardware']>()
  // @ts-expect-error one of model, file and hub is needed, also upon a base
  modelTest({}, { base: hardwareTest() })
  // @ts-expect-error there is no such option
  hardwareTest({ base: both, need: {} })
}

/** All four upon each other, with a user's own fixtures at the bottom and on top. */
function allFour(): void {
  const own = vitestTest.extend<{ label: string }>({ label: 'x' })
  const local = modelTest({ model: 'bert' }, { base: hardwareTest({ base: own }) })
  const hosted = apiTest({ provider: 'openai', model: 'gpt-4.1-mini', base: local })
  const test = browserTest({ base: hosted }).extend('everything', ({ page, api, model, hardware, label }) => ({
    page,
    api,
    model,
    hardware,
    label,
  }))
  test('has the fixtures of all', ({ everything, browser, capabilities, metrics, session, inputs, telemetry, requires, measure, task }) => {
    expectTypeOf(everything.page).toEqualTypeOf<ContextOf<BrowserTestAPI>['page']>()
    expectTypeOf(everything.api).toEqualTypeOf<ApiClient>()
    expectTypeOf(everything.model).toEqualTypeOf<ResolvedModel>()
    expectTypeOf(everything.hardware).toEqualTypeOf<Hardware>()
    expectTypeOf(everything.label).toEqualTypeOf<string>()
    expectTypeOf(browser).toEqualTypeOf<ContextOf<BrowserTestAPI>['browser']>()
    expectTypeOf(capabilities).toEqualTypeOf<ContextOf<BrowserTestAPI>['capabilities']>()
    expectTypeOf(metrics).toEqualTypeOf<ApiMetrics>()
    expectTypeOf(session).toEqualTypeOf<Session>()
    expectTypeOf(inputs).toEqualTypeOf<Tensors>()
    expectTypeOf(telemetry).toEqualTypeOf<Telemetry>()
    expectTypeOf(requires).toEqualTypeOf<Requires>()
    expectTypeOf(measure).toEqualTypeOf<Measure>()
    expectTypeOf(task.name).toEqualTypeOf<string>()
  })
  // a sharp look: were it `any`, this would pass
  expectTypeOf<ContextOf<BrowserTestAPI>['page']>().not.toBeAny()
  // @ts-expect-error nobody has brought such a fixture
  test('has no others', ({ database }) => void database)

  modelTest({ model: 'bert' }, { base: hardwareTest({ base: browserTest({ base: apiTest({ provider: 'groq', model: 'llama' }) }) }) })(
    'in another order',
    ({ api, page, hardware, inputs }) => {
      expectTypeOf(api).toEqualTypeOf<ApiClient>()
      expectTypeOf(page).toEqualTypeOf<ContextOf<BrowserTestAPI>['page']>()
      expectTypeOf(hardware).toEqualTypeOf<Hardware>()
      expectTypeOf(inputs).toEqualTypeOf<Tensors>()
    },
  )
}

/** A user's own fixtures below, above and in between. */
function withOwnFixtures(): void {
  const labelled = vitestTest.extend<{ label: string }>({ label: 'x' })
  const lasting = vitestTest.extend('port', { scope: 'file' }, () => 8080).extend('label', ({ port }) => `:${port}`)
  const between = hardwareTest({ base: labelled }).extend('half', ({ hardware }) => hardware.cores / 2)
  const all = modelTest({ model: 'bert' }, { base: between }).extend(
    'sizes',
    ({ inputs, half }) => [Object.keys(inputs).length, half] as const,
  )
  all('has everything', ({ label, half, sizes, model, stress }) => {
    expectTypeOf(label).toEqualTypeOf<string>()
    expectTypeOf(half).toEqualTypeOf<number>()
    expectTypeOf(sizes).toEqualTypeOf<readonly [number, number]>()
    expectTypeOf(model).toEqualTypeOf<ResolvedModel>()
    expectTypeOf(stress).toBeFunction()
  })
  all.override('inputs', {})
  // @ts-expect-error inputs are tensors, also in a mixture
  all.override('inputs', 5)
  const onLasting = hardwareTest({ base: lasting })
  onLasting('keeps scopes', ({ port, label, hardware }) => {
    expectTypeOf(port).toEqualTypeOf<number>()
    expectTypeOf(label).toEqualTypeOf<string>()
    expectTypeOf(hardware).toEqualTypeOf<Hardware>()
  })
  onLasting.beforeAll(({ port }) => {
    expectTypeOf(port).toEqualTypeOf<number>()
  })
  // @ts-expect-error a label lives as long as a test
  onLasting.beforeAll(({ label }) => void label)
  all.describe('inside', () => {
    all.skipIf(true)('chains', ({ model, label }) => {
      expectTypeOf(model).toEqualTypeOf<ResolvedModel>()
      expectTypeOf(label).toEqualTypeOf<string>()
    })
    all.concurrent.for([1, 2])('a row', (row, { label }) => {
      expectTypeOf(row).toEqualTypeOf<number>()
      expectTypeOf(label).toEqualTypeOf<string>()
    })
  })
}

describe('mixing', () => {
  vitestTest('keeps the types of all fixtures', () => {
    expectTypeOf(types).toBeFunction()
    expectTypeOf(allFour).toBeFunction()
    expectTypeOf(withOwnFixtures).toBeFunction()
  })
})
