import { z } from 'zod'
import { optionsReader } from './reader.ts'

/** How a kind of GPU buffer is kept after use. */
export type BufferCacheMode = 'disabled' | 'lazyRelease' | 'simple' | 'bucket'

/** Options of the backend `webgpu`. */
export interface WebgpuOptions {
  /** Order of dimensions in operators that have a choice. @default 'NCHW' */
  readonly preferredLayout?: 'NCHW' | 'NHWC' | undefined
  /** Names of nodes to compute on the processor. @default none */
  readonly forceCpuNodeNames?: readonly string[] | undefined
  /** How much is checked. `disabled` may crash the process on an error of the GPU. @default 'basic' */
  readonly validationMode?: 'disabled' | 'wgpuOnly' | 'basic' | 'full' | undefined
  /** Guard every buffer access. One for the whole process: the first session decides. @default false */
  readonly enableRobustness?: boolean | undefined
  /** @default 'bucket' */
  readonly storageBufferCacheMode?: BufferCacheMode | undefined
  /** @default 'simple' */
  readonly uniformBufferCacheMode?: BufferCacheMode | undefined
  /** @default 'disabled' */
  readonly queryResolveBufferCacheMode?: BufferCacheMode | undefined
  /** Buffers that none of the others covers. @default 'disabled' */
  readonly defaultBufferCacheMode?: BufferCacheMode | undefined
}

const cacheMode = z.enum(['disabled', 'lazyRelease', 'simple', 'bucket'])
const schema = z.strictObject({
  preferredLayout: z.enum(['NCHW', 'NHWC']).optional(),
  forceCpuNodeNames: z.array(z.string()).readonly().optional(),
  validationMode: z.enum(['disabled', 'wgpuOnly', 'basic', 'full']).optional(),
  enableRobustness: z.boolean().optional(),
  storageBufferCacheMode: cacheMode.optional(),
  uniformBufferCacheMode: cacheMode.optional(),
  queryResolveBufferCacheMode: cacheMode.optional(),
  defaultBufferCacheMode: cacheMode.optional(),
}) satisfies z.ZodType<WebgpuOptions>

// the runtime refuses an empty value
export const readWebgpuOptions = optionsReader(schema, ({ forceCpuNodeNames = [], ...options }) => ({
  provider: { ...options, ...(forceCpuNodeNames.length === 0 ? {} : { forceCpuNodeNames }) },
}))
