import { z } from 'zod'
import { maxSamples } from './names.ts'
import { DirectionSchema, ProvenanceSchema } from './vocabulary.ts'

/** All samples of one metric from one test in one run. */
export const MeasurementSchema = z.object({
  /** e.g. `latency`, `session-load`, `resident-memory`. */
  metric: z.string().min(1).max(200),
  /** Unit of the samples: `ms`, `bytes`, `items/s` … */
  unit: z.string().min(1).max(40),
  direction: DirectionSchema,
  batchSize: z.int().positive().nullable(),
  /** Numeric precision of the model's weights: `fp32`, `fp16`, `int8` …; null where it does not apply. */
  precision: z.string().nullable(),
  /** In the order taken; finite. */
  samples: z.array(z.number()).min(1).max(maxSamples),
  /** Samples before the steady state, in order; kept and shown, never judged. */
  warmup: z.array(z.number()).max(maxSamples),
  provenance: ProvenanceSchema,
})
export type Measurement = z.infer<typeof MeasurementSchema>

/** What makes two measurements of different runs comparable, the test and the hardware profile aside. */
export type SeriesKey = Pick<Measurement, 'metric' | 'batchSize' | 'precision'>
