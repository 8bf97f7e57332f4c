import { z } from 'zod'
import { optionsReader } from './reader.ts'

/** Options of the backend `wasm`. Its number of threads is one for the whole process: `env.wasm.numThreads` of onnxruntime-web. */
export interface WasmOptions {
  /** Keep freed memory for later allocations. @default true */
  readonly arena?: boolean | undefined
  /** Plan all memory of a run ahead where shapes are fixed. @default true */
  readonly memoryPattern?: boolean | undefined
  /** Take numbers below 1.2e-38 for zero. @default false */
  readonly denormalsAreZero?: boolean | undefined
}

const schema = z.strictObject({
  arena: z.boolean().optional(),
  memoryPattern: z.boolean().optional(),
  denormalsAreZero: z.boolean().optional(),
}) satisfies z.ZodType<WasmOptions>

export const readWasmOptions = optionsReader(schema, ({ arena, memoryPattern, denormalsAreZero }) => ({
  session: {
    ...(arena === undefined ? {} : { enableCpuMemArena: arena }),
    ...(memoryPattern === undefined ? {} : { enableMemPattern: memoryPattern }),
    ...(denormalsAreZero === undefined ? {} : { extra: { session: { set_denormal_as_zero: denormalsAreZero ? '1' : '0' } } }),
  },
}))
