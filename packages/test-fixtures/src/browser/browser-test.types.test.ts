import type { Session } from '@vitest-hardware/backends'
import type { BrowserCapabilities, PageHandle } from '@vitest-hardware/backends/browsers'
import type { HardwareProfile } from '@vitest-hardware/contracts'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { test as vitestTest, describe, expectTypeOf, test } from 'vitest'
import type { MeasurementHandle } from '../measuring/measurement-handle.ts'
import { modelTest } from '../model/model-test.ts'
import { browserTest } from './browser-test.ts'

/** Never called: the compiler checks it. */
function types(): void {
  const plain = browserTest({ browser: 'firefox', allowErrors: [/x/, 'y'] })
  plain('has a page', async ({ browser, page, capabilities, backend, measure, record, browserPage, task }) => {
    expectTypeOf(browser.version).toEqualTypeOf<string>()
    expectTypeOf(page).toEqualTypeOf<PageHandle>()
    expectTypeOf(await page.evaluate((a: number, b: string) => `${a}${b}`, 1, 'x')).toEqualTypeOf<string>()
    // @ts-expect-error arguments are those of the function
    await page.evaluate((a: number) => a, 'x')
    expectTypeOf(capabilities).toEqualTypeOf<BrowserCapabilities>()
    expectTypeOf(backend.profile).toEqualTypeOf<HardwareProfile>()
    expectTypeOf(measure('latency', () => 1)).resolves.toEqualTypeOf<MeasurementHandle>()
    expectTypeOf(record('size', [1], { unit: 'bytes' })).toEqualTypeOf<MeasurementHandle>()
    expectTypeOf(browserPage.problems.length).toEqualTypeOf<number>()
    expectTypeOf(task.name).toEqualTypeOf<string>()
  })
  // @ts-expect-error without a model there is no session
  plain('has no session', ({ session }) => session)

  const bert = browserTest({ model: 'bert', backend: 'webgpu', inputs: { batch: 2 } })
  bert('has a page and a model', ({ page, session, inputs, reference, model, sessions }) => {
    expectTypeOf(page).toEqualTypeOf<PageHandle>()
    expectTypeOf(session).toEqualTypeOf<Session>()
    expectTypeOf(inputs).toEqualTypeOf<Tensors>()
    expectTypeOf(reference).toEqualTypeOf<Tensors>()
    expectTypeOf(model.name).toEqualTypeOf<string>()
    expectTypeOf(sessions.release()).resolves.toEqualTypeOf<void>()
  })

  const own = vitestTest.extend<{ answer: number }>({ answer: 42 })
  browserTest({ base: own }).extend('url', ({ page }) => page.url())('composes', ({ answer, url, page }) => {
    expectTypeOf(answer).toEqualTypeOf<number>()
    expectTypeOf(url).toEqualTypeOf<string>()
    expectTypeOf(page).toEqualTypeOf<PageHandle>()
  })
  browserTest({ base: modelTest({ model: 'bert' }, { base: own }) })('composes with a model', ({ answer, session, page }) => {
    expectTypeOf(answer).toEqualTypeOf<number>()
    expectTypeOf(session).toEqualTypeOf<Session>()
    expectTypeOf(page).toEqualTypeOf<PageHandle>()
  })
  // @ts-expect-error Opera is not driven
  browserTest({ browser: 'opera' })
  // @ts-expect-error no browser has cuda
  browserTest({ backend: 'cuda' })
  // @ts-expect-error a model upon another test function is said the other way round
  browserTest({ model: 'bert', base: own })
}

describe('browserTest', () => {
  test('has the types of its fixtures', () => {
    expectTypeOf(types).toBeFunction()
  })
})
