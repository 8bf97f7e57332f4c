import type { Session } from '@vitest-hardware/backends'
import { type ModelRequest, resolveModel, type ResolvedModel } from '@vitest-hardware/model-catalogue'
import { test as vitestTest, type TestAPI } from 'vitest'
import { hardwareContext } from '../hardware-context.ts'
import { availableBackend } from '../mixing/backend-fixture.ts'
import { declareMeasurementDefaults, measurementDefaults } from '../mixing/measurement-defaults.ts'
import type { MixedAPI } from '../mixing/mixed.ts'
import { recordSubject } from '../recording/artifacts.ts'
import { type Recorder, testRecorder } from '../recording/recorder.ts'
import { measureFor, type MeasurementDefaults, recordFor } from './measuring-fixtures.ts'
import type { Measure, ModelFixtures, ModelTestOptions, RecordSamples } from './model-fixtures.ts'
import { referenceSourceOf } from './reference-source.ts'
import { planReference, referenceOutputs, referenceRequest } from './reference.ts'
import { nameOf } from './request-name.ts'
import { sessionPool } from './session-pool.ts'

/**
 * A test function whose tests run a model on the project's backend.
 *
 * @example
 * const test = modelTest({ model: 'bert' })
 * test('matches the reference', async ({ session, inputs, reference }) => {
 *   expect(await session.run(inputs)).toMatchOutputs(reference)
 * })
 *
 * @param request a model type of the catalogue, a `.onnx` file, or a hub folder or id; asked for when the first test runs
 * @param options `base` is another test function whose fixtures the tests have as well; a name that both have is the model's
 */
export function modelTest<Context>(
  request: ModelRequest,
  options: ModelTestOptions & { readonly base: TestAPI<Context> },
): MixedAPI<Context, ModelTestAPI>
export function modelTest(request: ModelRequest, options?: ModelTestOptions): ModelTestAPI
export function modelTest(request: ModelRequest, { base, ...options }: ModelTestOptions & { readonly base?: TestAPI } = {}): ModelTestAPI {
  return withModel(request, options, base === undefined ? fileTest : withSessions(base))
}

function withModel(request: ModelRequest, options: ModelTestOptions, base: typeof fileTest) {
  const context = hardwareContext()
  const resolve = once(() => resolveModel(request, context))
  const resolveReference = once(async () =>
    options.reference === undefined ? undefined : resolveModel(referenceRequest(options.reference), context),
  )
  const ownInputs = once(async () => defaultInputs(await resolve(), options))
  const loadsRecorded = new WeakSet<Session>()

  return base
    .extend<{ $test: ModelFixtures }>({
      backend: async ({ skip }, use) => use(await availableBackend(context, skip)),
      model: async ({ backend, task }, use) => {
        const model = await resolve().catch(async (error: unknown) => {
          // the report still says which model was meant, and where
          await recordSubject(task, { profile: backend.profile, model: nameOf(request), modelType: null, family: null, task: null })
          throw error
        })
        await use(model)
      },
      modelRecorder: [
        async ({ task, backend, model }, use) => {
          await recordSubject(task, {
            profile: backend.profile,
            model: model.name,
            modelType: model.modelType,
            family: model.family,
            task: model.task,
          })
          declareMeasurementDefaults(task, defaultsFor(model, options))
          const recorder = testRecorder(task, backend.profile, context)
          await use(recorder)
          await recorder.flush()
        },
        { auto: true },
      ],
      open: async ({ sessions, backend }, use) => use((path) => sessions.open(backend, path, options.session)),
      session: async ({ open, model, modelRecorder }, use) => {
        const session = await open(model.path)
        if (!loadsRecorded.has(session)) {
          loadsRecorded.add(session)
          recordLoad(modelRecorder, session, model.precision)
        }
        await use(session)
      },
      inputs: async ({ model }, use) => use(model === (await resolve()) ? await ownInputs() : defaultInputs(model, options)),
      reference: async ({ model, inputs, sessions }, use) =>
        use(await referenceOutputs(planReference(model, inputs, await resolveReference()), inputs, sessions)),
      referenceSource: async ({ reference }, use) => use(referenceSourceOf(reference)),
    })
    .extend('measure', ({ modelRecorder, task, signal }): Measure => measureFor(modelRecorder, measurementDefaults(task), signal))
    .extend('record', ({ modelRecorder, task }): RecordSamples => recordFor(modelRecorder, measurementDefaults(task)))
}

/** Vitest's own test function with the fixtures of {@link modelTest}; extend it further with `extend` and `override`. */
export type ModelTestAPI = ReturnType<typeof withModel>

/** What the tests of a file share; also there in `beforeAll`. */
function withSessions(base: TestAPI) {
  return base.extend('pool', { scope: 'worker' }, sessionPool).extend('sessions', { scope: 'file' }, ({ pool }, { onCleanup }) => {
    const { intraOpNumThreads } = hardwareContext()
    const lease = pool.lease(intraOpNumThreads === undefined ? {} : { intraOpNumThreads })
    onCleanup(() => lease.release())
    return lease
  })
}

/** Made once, because Vitest allows fixtures of a file only at the top level: without `base`, `modelTest` may stand in a `describe`. */
const fileTest = withSessions(vitestTest)

/** What loading cost is its own series, apart from inference. */
function recordLoad(recorder: Recorder, { load }: Session, precision: string | null): void {
  const facts = { direction: 'lower', batchSize: null, precision, provenance: 'measured' } as const
  recorder.add({ metric: 'session-load', unit: 'ms', ...facts, samples: [load.milliseconds], warmup: [] })
  recorder.add({ metric: 'session-memory', unit: 'bytes', ...facts, samples: [load.residentBytes], warmup: [] })
}

function defaultsFor(model: ResolvedModel, options: ModelTestOptions): MeasurementDefaults {
  return { batchSize: options.inputs?.batch ?? null, precision: model.precision }
}

function defaultInputs(model: ResolvedModel, options: ModelTestOptions) {
  return options.inputs === undefined && model.golden !== null ? model.golden.inputs : model.inputs(options.inputs)
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}
