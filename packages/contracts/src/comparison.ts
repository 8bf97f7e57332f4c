import { z } from 'zod'
import { VerdictSchema } from './vocabulary.ts'

/** A measurement judged against its baseline. */
export const ComparisonSchema = z.object({
  verdict: VerdictSchema,
  /** New ÷ baseline, of medians; null without a baseline. Above 1 is slower for a `lower` metric. */
  ratio: z.number().positive().nullable(),
  ciLow: z.number().nonnegative().nullable(),
  ciHigh: z.number().positive().nullable(),
  /** Two-sided, of "ratio = 1". */
  pValue: z.number().min(0).max(1).nullable(),
  /** Runs and samples on the baseline's side. */
  baselineRuns: z.int().nonnegative(),
  baselineSamples: z.int().nonnegative(),
  samples: z.int().nonnegative(),
  /** Smallest relative change that would have been called, e.g. 0.08; null without a baseline. */
  minimumDetectableChange: z.number().positive().nullable(),
  /** One sentence for people. */
  explanation: z.string(),
})
export type Comparison = z.infer<typeof ComparisonSchema>
