import { z } from 'zod'
import { optionsReader } from './reader.ts'

/** Options of the backend `webnn`, those of [MLContextOptions](https://www.w3.org/TR/webnn/#dictdef-mlcontextoptions). */
export interface WebnnOptions {
  /** What is to compute; the browser may choose otherwise. @default 'cpu' */
  readonly deviceType?: 'cpu' | 'gpu' | 'npu' | undefined
  /** @default 'default' */
  readonly powerPreference?: 'default' | 'low-power' | 'high-performance' | undefined
  /** Threads of the device type `cpu`; 0 leaves it to the browser. @default 0 */
  readonly numThreads?: number | undefined
}

const schema = z.strictObject({
  deviceType: z.enum(['cpu', 'gpu', 'npu']).optional(),
  powerPreference: z.enum(['default', 'low-power', 'high-performance']).optional(),
  numThreads: z.int().nonnegative().optional(),
}) satisfies z.ZodType<WebnnOptions>

export const readWebnnOptions = optionsReader(schema, (options) => ({ provider: options }))
