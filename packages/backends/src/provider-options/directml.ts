import { z } from 'zod'
import { optionsReader } from './reader.ts'

/** Options of the backend `directml`. */
export interface DirectmlOptions {
  /** The adapter, in the order in which DirectX lists them. The hardware profile is that of adapter 0. @default 0 */
  readonly deviceId?: number | undefined
}

const schema = z.strictObject({ deviceId: z.int().nonnegative().optional() }) satisfies z.ZodType<DirectmlOptions>

export const readDirectmlOptions = optionsReader(schema, (options) => ({ provider: options }))
