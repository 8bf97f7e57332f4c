import { test as vitestTest, type TestAPI } from 'vitest'
import { hardwareContext } from '../hardware-context.ts'
import { availableBackend } from '../mixing/backend-fixture.ts'
import { measurementDefaults } from '../mixing/measurement-defaults.ts'
import type { MixedAPI } from '../mixing/mixed.ts'
import { measureFor, recordFor } from '../model/measuring-fixtures.ts'
import type { Measure, RecordSamples } from '../model/model-fixtures.ts'
import { recordSubject } from '../recording/artifacts.ts'
import { testRecorder } from '../recording/recorder.ts'
import { type AcrossBackends, acrossBackendsFor } from './agreement/across-backends.ts'
import { hardwareOf } from './hardware-facts.ts'
import type { HardwareFixtures, HardwareTestOptions, Requires } from './hardware-fixtures.ts'
import { type Soak, soakFor, type Stress, stressFor } from './load/stress.ts'
import { recordTelemetry, telemetrySystem } from './record-telemetry.ts'
import { checkRequirements } from './requirements/check-requirements.ts'
import { skipReason, unmetRequirements } from './requirements/unmet-requirements.ts'

/**
 * A test function whose tests know the machine that they run on.
 *
 * @example
 * const test = hardwareTest({ requires: { memory: '16 GiB', cores: 4 } })
 * test('survives many sessions at once', async ({ backend, stress, telemetry }) => {
 *   await stress(async () => { await using session = await backend.open({ path }) }, { iterations: 50 })
 * })
 *
 * @param options `base` is another test function whose fixtures the tests have as well; a name that both have is this one's
 * @throws {UsageError} requirements that say nothing: an unknown key, a negative number, an amount of bytes without its unit
 */
export function hardwareTest<Context>(
  options: HardwareTestOptions & { readonly base: TestAPI<Context> },
): MixedAPI<Context, HardwareTestAPI>
export function hardwareTest(options?: HardwareTestOptions): HardwareTestAPI
export function hardwareTest({ base, ...options }: HardwareTestOptions & { readonly base?: TestAPI } = {}): HardwareTestAPI {
  return withHardware(options, base ?? vitestTest)
}

function withHardware({ requires: needed = {}, telemetry: sampling = {} }: HardwareTestOptions, base: TestAPI) {
  checkRequirements(needed)
  const system = telemetrySystem(sampling)
  const context = hardwareContext()

  return base
    .extend<{ $test: HardwareFixtures }>({
      backend: async ({ skip }, use) => use(await availableBackend(context, skip)),
      hardware: async ({ backend }, use) => use(await hardwareOf(backend, context.root)),
      hardwareRecorder: [
        async ({ task, hardware, backend: { profile }, skip }, use) => {
          await recordSubject(task, { profile, model: null, modelType: null, family: null, task: null })
          const unmet = unmetRequirements(needed, hardware)
          if (unmet.length > 0) skip(skipReason(unmet))
          const recorder = testRecorder(task, profile, context)
          await use(recorder)
          await recorder.flush()
        },
        { auto: true },
      ],
      telemetry: [
        async ({ hardwareRecorder }, use) => {
          const telemetry = await recordTelemetry(hardwareRecorder, system)
          await use(telemetry)
          await telemetry.stop()
        },
        { auto: sampling.always ?? false },
      ],
    })
    .extend('requires', ({ hardware, skip }): Requires => (requirements) => {
      const unmet = unmetRequirements(requirements, hardware)
      if (unmet.length > 0) skip(skipReason(unmet))
    })
    .extend('acrossBackends', ({ skip }): AcrossBackends => acrossBackendsFor(context, skip))
    .extend('stress', ({ hardwareRecorder, signal }): Stress => stressFor(hardwareRecorder, signal))
    .extend('soak', ({ hardwareRecorder, signal }): Soak => soakFor(hardwareRecorder, signal))
    .extend('measure', ({ hardwareRecorder, task, signal }): Measure => measureFor(hardwareRecorder, measurementDefaults(task), signal))
    .extend('record', ({ hardwareRecorder, task }): RecordSamples => recordFor(hardwareRecorder, measurementDefaults(task)))
}

/** Vitest's own test function with the fixtures of {@link hardwareTest}; extend it further with `extend` and `override`. */
export type HardwareTestAPI = ReturnType<typeof withHardware>
