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
  /** Take numbers below 1.2e-38 for zero, which is faster on processors that handle them in microcode. @default false */
  readonly denormalsAreZero?: boolean | undefined
}

const schema = z.strictObject({
  arena: z.boolean().optional(),
  memoryPattern: z.boolean().optional(),
  executionMode: z.enum(['sequential', 'parallel']).optional(),
  interOpNumThreads: z.int().nonnegative().optional(),
  denormalsAreZero: z.boolean().optional(),
}) satisfies z.ZodType<CpuOptions>

export const readCpuOptions = optionsReader(schema, ({ arena, memoryPattern, executionMode, interOpNumThreads, denormalsAreZero }) => ({
  session: {
    ...(arena === undefined ? {} : { enableCpuMemArena: arena }),
    ...(memoryPattern === undefined ? {} : { enableMemPattern: memoryPattern }),
    ...(executionMode === undefined ? {} : { executionMode }),
    ...(interOpNumThreads === undefined ? {} : { interOpNumThreads }),
    ...(denormalsAreZero === undefined ? {} : { extra: { session: { set_denormal_as_zero: denormalsAreZero ? '1' : '0' } } }),
  },
}))
