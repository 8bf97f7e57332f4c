import type { BrowserBackendName } from '@vitest-hardware/backends/browsers'
import type { ModelRequest } from '@vitest-hardware/model-catalogue'
import { beforeAll, test as vitestTest, type TestAPI } from 'vitest'
import { hardwareContext } from '../hardware-context.ts'
import { measurementDefaults } from '../mixing/measurement-defaults.ts'
import type { ContextOf, MixedAPI } from '../mixing/mixed.ts'
import { measureFor, recordFor } from '../model/measuring-fixtures.ts'
import type { Measure, ModelTestOptions, RecordSamples } from '../model/model-fixtures.ts'
import { modelTest, type ModelTestAPI } from '../model/model-test.ts'
import { recordSubject } from '../recording/artifacts.ts'
import { type Recorder, testRecorder } from '../recording/recorder.ts'
import type { BrowserFixtures, BrowserModelTestOptions, BrowserTestOptions } from './browser-fixtures.ts'
import { detectInPage } from './detect-in-page.ts'
import { leavePage, openPage } from './test-page.ts'

/** For a browser to start, be unpacked where it comes from npm, and run a first model, ms. */
const startTimeout = 120_000

type OnBase<Context> = { readonly base: TestAPI<Context> }

/**
 * A test function whose tests have a page of a real browser. With a model, they also have the fixtures of `modelTest`, and its session lives in
 * the page: the body of a `modelTest` runs in a browser unchanged.
 *
 * @example
 * const test = browserTest({ browser: 'firefox', model: 'bert' })
 * test('matches the reference', async ({ page, session, inputs, reference }) => {
 *   expect(await session.run(inputs)).toMatchOutputs(reference)
 * })
 *
 * @param options `base` is another test function whose fixtures the tests have as well; a name that both have is this one's. A model upon another
 * test function is `browserTest({ base: modelTest(…, { base }) })`.
 */
export function browserTest<Context>(options: BrowserTestOptions & OnBase<Context>): MixedAPI<Context, BrowserTestAPI>
export function browserTest(options: BrowserModelTestOptions): BrowserModelTestAPI
export function browserTest(options?: BrowserTestOptions): BrowserTestAPI
export function browserTest({ base, model, ...options }: Everything = {}): object {
  if (model === undefined) return withPage(options, base ?? vitestTest)
  const request: ModelRequest = typeof model === 'string' ? { model } : model
  return browserTest({ ...options, base: modelTest(request, modelOptions(options)) })
}

/** What the overloads take together. */
type Everything = BrowserTestOptions & ModelTestOptions & { readonly base?: TestAPI; readonly model?: BrowserModelTestOptions['model'] }

/** Vitest's own test function with the fixtures of {@link browserTest}; extend it further with `extend` and `override`. */
export type BrowserTestAPI = ReturnType<typeof withPage>

/** {@link BrowserTestAPI} with a model. */
export type BrowserModelTestAPI = MixedAPI<ContextOf<ModelTestAPI>, BrowserTestAPI>

function withPage(options: BrowserTestOptions, base: TestAPI) {
  const context = hardwareContext()
  const browser = options.browser ?? context.browser ?? 'chromium'
  const backend = options.backend ?? backendOf(context)
  // starting a browser and trying it takes longer than a test may
  beforeAll(async () => void (await detectInPage(browser, backend, options)), startTimeout)

  return base
    .extend<{ $test: BrowserFixtures & { readonly browserRecorder: Recorder } }>({
      browserPage: async ({ task, skip, signal }, use) => {
        const detection = await detectInPage(browser, backend, options)
        if (!detection.available) skip(detection.reason)
        const page = await openPage(browser, options)
        if (signal.aborted) {
          // the test's time is over, and nobody will use the page
          await page[Symbol.asyncDispose]()
          throw signal.reason
        }
        await use(page)
        await leavePage(page, task, options)
      },
      browser: async ({ browserPage }, use) => use(browserPage.browser),
      page: async ({ browserPage }, use) => use(browserPage.handle),
      capabilities: async ({ browserPage }, use) => use(await browserPage.capabilities()),
      backend: async ({ browserPage, skip }, use) => {
        const detection = await detectInPage(browser, backend, options)
        if (!detection.available) return skip(detection.reason)
        return use({ ...browserPage.backend(backend, options), profile: detection.profile })
      },
      browserRecorder: [
        async ({ task, skip }, use) => {
          const detection = await detectInPage(browser, backend, options)
          if (!detection.available) return skip(detection.reason)
          const { profile } = detection
          await recordSubject(task, { profile, model: null, modelType: null, family: null, task: null })
          const recorder = testRecorder(task, profile, context)
          await use(recorder)
          await recorder.flush()
        },
        { auto: true },
      ],
    })
    .extend('measure', ({ browserRecorder, task, signal }): Measure => measureFor(browserRecorder, measurementDefaults(task), signal))
    .extend('record', ({ browserRecorder, task }): RecordSamples => recordFor(browserRecorder, measurementDefaults(task)))
}

function modelOptions({ reference, session, inputs }: ModelTestOptions): ModelTestOptions {
  return {
    ...(reference === undefined ? {} : { reference }),
    ...(session === undefined ? {} : { session }),
    ...(inputs === undefined ? {} : { inputs }),
  }
}

function backendOf({ backend, browser }: { readonly backend: string; readonly browser: string | null }): BrowserBackendName {
  const inPages: readonly BrowserBackendName[] = ['wasm', 'webgpu', 'webnn']
  return (browser === null ? undefined : inPages.find((name) => name === backend)) ?? 'wasm'
}
