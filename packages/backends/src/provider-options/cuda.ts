import { z } from 'zod'
import { optionsReader } from './reader.ts'

/**
 * Options of the backend `cuda`: the one that onnxruntime-node hands on. Those of other languages (`arena_extend_strategy`,
 * `gpu_mem_limit` …) it does not, so they are refused rather than ignored.
 */
export interface CudaOptions {
  /**
   * The GPU, counted among those that the process sees. The hardware profile is that of GPU 0: to compare another one, show the process
   * that one alone (`CUDA_VISIBLE_DEVICES`).
   * @default 0
   */
  readonly deviceId?: number | undefined
}

const schema = z.strictObject({ deviceId: z.int().nonnegative().optional() }) satisfies z.ZodType<CudaOptions>

export const readCudaOptions = optionsReader(schema, (options) => ({ provider: options }))
