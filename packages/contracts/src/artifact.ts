import { z } from 'zod'
import { ComparisonSchema } from './comparison.ts'
import { HardwareProfileSchema } from './hardware-profile.ts'
import { MeasurementSchema } from './measurement.ts'
import { FamilySchema, ProvenanceSchema } from './vocabulary.ts'

/**
 * What a test is about; recorded once per test, before its body runs. Plain tests, which are about no model, record it once per file
 * and carry the profile's id in Vitest's `task.meta.hardwareProfileId`, as all tests of a hardware project do.
 */
export const SubjectSchema = z.object({
  type: z.literal('vitest-hardware:subject'),
  profile: HardwareProfileSchema,
  /** Name for people: the model type, the file's name or the hub id. */
  model: z.string().nullable(),
  modelType: z.string().nullable(),
  family: FamilySchema.nullable(),
  task: z.string().nullable(),
  /** Whether the test ran against the real thing. */
  provenance: ProvenanceSchema.default('measured'),
})

export const MeasuredSchema = z.object({
  type: z.literal('vitest-hardware:measurement'),
  hardwareProfileId: z.uuid(),
  measurement: MeasurementSchema,
  /** Set where the test itself judged the measurement (`toHaveNoRegression`). */
  comparison: ComparisonSchema.nullable(),
})

/** Everything that travels from a fixture to the reporter, through Vitest's own artifact channel. */
export const HardwareArtifactSchema = z.discriminatedUnion('type', [SubjectSchema, MeasuredSchema])
export type HardwareArtifact = z.infer<typeof HardwareArtifactSchema>
export type Subject = z.infer<typeof SubjectSchema>
export type Measured = z.infer<typeof MeasuredSchema>
