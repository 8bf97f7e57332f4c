import type { MeasurementDefaults } from '../model/measuring-fixtures.ts'

const declared = new WeakMap<object, MeasurementDefaults>()

/** Says what the measurements of a running test share unless they say otherwise, whichever fixture takes them. */
export function declareMeasurementDefaults(task: object, defaults: MeasurementDefaults): void {
  declared.set(task, defaults)
}

/** What the test's model declared; nothing where no model takes part. */
export function measurementDefaults(task: object): MeasurementDefaults {
  return declared.get(task) ?? { batchSize: null, precision: null }
}
