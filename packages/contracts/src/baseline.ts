import { z } from 'zod'
import { DirectionSchema } from './vocabulary.ts'

/** One baseline run's samples of one series. */
export const BaselineRunSchema = z.object({ runId: z.uuid(), startedAt: z.iso.datetime(), samples: z.array(z.number()) })
export type BaselineRun = z.infer<typeof BaselineRunSchema>

/** A series with the runs that a new measurement of it is judged against, newest first. */
export const BaselineSchema = z.object({
  testId: z.uuid(),
  hardwareProfileId: z.uuid(),
  metric: z.string(),
  batchSize: z.int().nullable(),
  precision: z.string().nullable(),
  unit: z.string(),
  direction: DirectionSchema,
  runs: z.array(BaselineRunSchema),
})
export type Baseline = z.infer<typeof BaselineSchema>

/** The file that the main process leaves for test workers, which cannot open the database beside it. */
export const BaselineFileSchema = z.object({ schema: z.literal('vitest-hardware/baselines@1'), baselines: z.array(BaselineSchema) })
export type BaselineFile = z.infer<typeof BaselineFileSchema>
