import { z } from 'zod'
import { optionsReader } from './reader.ts'

/**
 * Options of the backend `qnn`: those that onnxruntime-node hands on where it was built with the provider. Others of QNN
 * (`htp_performance_mode`, `profiling_level` …) it does not, so they are refused rather than ignored.
 */
export interface QnnOptions {
  /** What computes: the Hexagon (`htp`), the processor or the GPU. Not together with `backendPath`. @default 'htp' */
  readonly backendType?: 'htp' | 'cpu' | 'gpu' | undefined
  /** Path of QNN's library for what computes, e.g. `QnnHtp.dll`. */
  readonly backendPath?: string | undefined
  /** Compute float32 models in float16 on the Hexagon. @default true */
  readonly enableFp16Precision?: boolean | undefined
}

const schema = z.strictObject({
  backendType: z.enum(['htp', 'cpu', 'gpu']).optional(),
  backendPath: z.string().min(1).optional(),
  enableFp16Precision: z.boolean().optional(),
}) satisfies z.ZodType<QnnOptions>

export const readQnnOptions = optionsReader(
  schema.refine((options) => options.backendType === undefined || options.backendPath === undefined, {
    message: 'backendType and backendPath exclude each other',
    path: ['backendPath'],
  }),
  (options) => ({ provider: options }),
)
