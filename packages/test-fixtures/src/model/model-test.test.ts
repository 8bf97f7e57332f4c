import type { Session } from '@vitest-hardware/backends'
import type { HardwareProfile } from '@vitest-hardware/contracts'
import type { ResolvedModel } from '@vitest-hardware/model-catalogue'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { expectTypeOf, describe, test } from 'vitest'
import type { MeasurementHandle } from '../measuring/measurement-handle.ts'
import { modelTest } from './model-test.ts'
import type { ReferenceSource } from './reference-source.ts'
import type { SessionLease } from './session-pool.ts'

/** Never called: the compiler checks it. */
function types(): void {
  const bert = modelTest({ model: 'bert' })
  bert('has the fixtures', ({ backend, model, session, inputs, reference, referenceSource, measure, record, sessions, task }) => {
    expectTypeOf(backend.profile).toEqualTypeOf<HardwareProfile>()
    expectTypeOf(model).toEqualTypeOf<ResolvedModel>()
    expectTypeOf(session).toEqualTypeOf<Session>()
    expectTypeOf(inputs).toEqualTypeOf<Tensors>()
    expectTypeOf(reference).toEqualTypeOf<Tensors>()
    expectTypeOf(referenceSource).toEqualTypeOf<ReferenceSource | undefined>()
    expectTypeOf(sessions).toEqualTypeOf<SessionLease>()
    expectTypeOf(measure('latency', () => session.run(inputs))).resolves.toEqualTypeOf<MeasurementHandle>()
    expectTypeOf(record('size', [1], { unit: 'bytes' })).toEqualTypeOf<MeasurementHandle>()
    expectTypeOf(task.name).toEqualTypeOf<string>()
  })
  const extended = bert.extend('classes', ({ inputs }) => Object.keys(inputs).length)
  extended('composes', ({ classes, session }) => {
    expectTypeOf(classes).toEqualTypeOf<number>()
    expectTypeOf(session).toEqualTypeOf<Session>()
  })
  bert.extend<{ own: string }>({ own: 'x' })('composes with the object form', ({ own, model }) => {
    expectTypeOf(own).toEqualTypeOf<string>()
    expectTypeOf(model.name).toEqualTypeOf<string>()
  })
  bert.override('inputs', {})
  bert.beforeAll(({ sessions }) => {
    expectTypeOf(sessions).toEqualTypeOf<SessionLease>()
  })
  // @ts-expect-error one of model, file and hub is needed
  modelTest({})
  // @ts-expect-error inputs are tensors
  bert.override('inputs', 5)
  bert('record needs a unit', ({ record }) => {
    // @ts-expect-error without a unit a number says nothing
    record('size', [1])
  })
}

describe('modelTest', () => {
  test('has the types of its fixtures', () => {
    expectTypeOf(types).toBeFunction()
  })
})
