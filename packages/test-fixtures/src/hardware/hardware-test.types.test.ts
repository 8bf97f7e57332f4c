import type { HardwareProfile } from '@vitest-hardware/contracts'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { MeasurementHandle } from '../measuring/measurement-handle.ts'
import type { BackendAgreement } from './agreement/compare-backends.ts'
import './hardware-matchers.ts'
import { hardwareTest } from './hardware-test.ts'
import type { RecordedLoad } from './load/load-result.ts'
import type { Requirements } from './requirements/requirements.ts'
import type { TelemetrySeries } from './telemetry/telemetry-source.ts'

/** Never called: the compiler checks it. */
function types(): void {
  const machine = hardwareTest({ requires: { memory: '16 GiB', os: ['linux', 'darwin'], browser: null }, telemetry: { everyMs: 50 } })
  machine('has the fixtures', ({ hardware, backend, telemetry, requires, acrossBackends, stress, soak, measure, record, task }) => {
    expectTypeOf(hardware).toExtend<HardwareProfile>()
    expectTypeOf(hardware.freeDiskBytes).toEqualTypeOf<number>()
    expectTypeOf(backend.profile).toEqualTypeOf<HardwareProfile>()
    expectTypeOf(telemetry.series()).resolves.toEqualTypeOf<readonly TelemetrySeries[]>()
    expectTypeOf(requires).parameters.toEqualTypeOf<[Requirements]>()
    expectTypeOf(acrossBackends({ model: { model: 'bert' }, backends: ['cpu', 'acme/npu'] })).resolves.toEqualTypeOf<BackendAgreement>()
    expectTypeOf(stress(({ iteration }) => iteration.toFixed())).resolves.toEqualTypeOf<RecordedLoad>()
    expectTypeOf(soak(async () => {}, { seconds: 1 })).resolves.toEqualTypeOf<RecordedLoad>()
    expectTypeOf(measure('x', () => {})).resolves.toEqualTypeOf<MeasurementHandle>()
    expectTypeOf(record('size', [1], { unit: 'bytes' })).toEqualTypeOf<MeasurementHandle>()
    expectTypeOf(expect(() => {}).not.toLeak({ maxGrowth: '1 MiB' })).resolves.toBeVoid()
    expectTypeOf(task.name).toEqualTypeOf<string>()
    // @ts-expect-error there is no such requirement
    requires({ ram: '1 GiB' })
    // @ts-expect-error a unit needs a space
    requires({ memory: '16GiB' })
    // @ts-expect-error a backend of a third party has its vendor's name
    void acrossBackends({ model: { model: 'bert' }, backends: ['cpu', 'npu'] })
  })
  machine.extend('own', ({ hardware }) => hardware.cores)('composes', ({ own, stress }) => {
    expectTypeOf(own).toEqualTypeOf<number>()
    expectTypeOf(stress).toBeFunction()
  })
  // @ts-expect-error what a test needs is known from its own fixtures
  machine('has no model', ({ model }) => void model)
}

describe('hardwareTest', () => {
  test('has the types of its fixtures', () => {
    expectTypeOf(types).toBeFunction()
  })

  test.each([
    [{ requires: { cores: -1 } }, 'cores cannot be -1'],
    [{ requires: { memory: '4gb' as '4 GB' } }, 'memory: "4gb" is no amount of bytes'],
    [{ telemetry: { everyMs: 1 } }, 'telemetry: everyMs cannot be 1'],
  ])('%j is refused where the test is written', (options, message) => {
    expect(() => hardwareTest(options)).toThrow(message)
  })
})
