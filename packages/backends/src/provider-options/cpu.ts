import { z } from 'zod'
import { optionsReader } from './reader.ts'

/** Options of the backend `cpu`. */
export interface CpuOptions {
  /** Keep freed memory for later allocations. @default true */
  readonly arena?: boolean | undefined
  /** Plan all memory of a run ahead where shapes are fixed. @default true */
  readonly memoryPattern?: boolean | undefined
  /** Nodes one after another, or independent ones side by side. @default 'sequential' */
  readonly executionMode?: 'sequential' | 'parallel' | undefined
  /** Threads over operators, where they run in parallel; 0 leaves it to the runtime. @default 0 */
  readonly interOpNumThreads?: number | undefined
}

const schema = z.strictObject({
  arena: z.boolean().optional(),
  memoryPattern: z.boolean().optional(),
  executionMode: z.enum(['sequential', 'parallel']).optional(),
  interOpNumThreads: z.int().nonnegative().optional(),
}) satisfies z.ZodType<CpuOptions>

export const readCpuOptions = optionsReader(schema, ({ arena, memoryPattern, executionMode, interOpNumThreads }) => ({
  session: {
    ...(arena === undefined ? {} : { enableCpuMemArena: arena }),
    ...(memoryPattern === undefined ? {} : { enableMemPattern: memoryPattern }),
    ...(executionMode === undefined ? {} : { executionMode }),
    ...(interOpNumThreads === undefined ? {} : { interOpNumThreads }),
  },
}))
