import { z } from 'zod'
import { BackendNameSchema, BrowserNameSchema } from './vocabulary.ts'

/** What a test worker must know from the main process. */
export const HardwareContextSchema = z.object({
  /** The project's backend. */
  backend: BackendNameSchema,
  /** The browser in whose pages the backend executes; null for Node. */
  browser: BrowserNameSchema.nullable(),
  /** Absolute root of the Vitest project; test files are named relative to it. */
  root: z.string(),
  /** Absolute path of the {@link BaselineFile}; it may not exist. */
  baselineFile: z.string(),
  /** Absolute folder for seeded models and other files that can be made again. */
  cacheFolder: z.string(),
  /** Threads that a session may use inside an operator, where workers share the cores. @default the runtime's choice */
  intraOpNumThreads: z.int().positive().optional(),
})
export type HardwareContext = z.infer<typeof HardwareContextSchema>
