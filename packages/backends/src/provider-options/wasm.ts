import { z } from 'zod'
import { optionsReader } from './reader.ts'

/** Options of the backend `wasm`. Its number of threads is one for the whole process: `env.wasm.numThreads` of onnxruntime-web. */
export interface WasmOptions {
  /** Keep freed memory for later allocations. @default true */
  readonly arena?: boolean | undefined
  /** Plan all memory of a run ahead where shapes are fixed. @default true */
  readonly memoryPattern?: boolean | undefined
}

const schema = z.strictObject({
  arena: z.boolean().optional(),
  memoryPattern: z.boolean().optional(),
}) satisfies z.ZodType<WasmOptions>

export const readWasmOptions = optionsReader(schema, ({ arena, memoryPattern }) => ({
  session: {
    ...(arena === undefined ? {} : { enableCpuMemArena: arena }),
    ...(memoryPattern === undefined ? {} : { enableMemPattern: memoryPattern }),
  },
}))
