import { z } from 'zod'
import { deterministicUuid } from './ids.ts'
import { BackendNameSchema, BrowserNameSchema } from './vocabulary.ts'

/** Key under which the plugin provides {@link HardwareContext} to each project's test workers (`inject`). */
export const hardwareContextKey = 'vitestHardware'

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
})
export type HardwareContext = z.infer<typeof HardwareContextSchema>

/** Identity of a test: its file relative to the root, with `/`, and its full name (suites and test joined by ` > `). */
export function testIdOf(file: string, name: string): string {
  return deterministicUuid('test', { file: file.replaceAll('\\', '/'), name })
}
