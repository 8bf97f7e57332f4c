import { z } from 'zod'
import { optionsReader } from './reader.ts'

/** Options of the backend `coreml`; ONNX Runtime takes them as bits (`coreml_provider_factory.h`). */
export interface CoremlOptions {
  /** What may compute. `neural-engine`: all, on machines that have one. @default 'all' */
  readonly computeUnits?: 'all' | 'cpu' | 'cpu-and-gpu' | 'neural-engine' | undefined
  /** Kind of Core ML model that is made; `ml-program` has more operators and float16. @default 'neural-network' */
  readonly modelFormat?: 'neural-network' | 'ml-program' | undefined
  /** Also take nodes inside the bodies of loops and branches. @default false */
  readonly subgraphs?: boolean | undefined
  /** Leave nodes whose shapes are not fixed to the processor. @default false */
  readonly staticShapesOnly?: boolean | undefined
}

const computeUnitBits = { all: 0, cpu: 0x001, 'cpu-and-gpu': 0x020, 'neural-engine': 0x004 } as const
const subgraphsBit = 0x002
const staticShapesBit = 0x008
const mlProgramBit = 0x010

const schema = z.strictObject({
  computeUnits: z.enum(['all', 'cpu', 'cpu-and-gpu', 'neural-engine']).optional(),
  modelFormat: z.enum(['neural-network', 'ml-program']).optional(),
  subgraphs: z.boolean().optional(),
  staticShapesOnly: z.boolean().optional(),
}) satisfies z.ZodType<CoremlOptions>

export const readCoremlOptions = optionsReader(schema, ({ computeUnits = 'all', modelFormat, subgraphs, staticShapesOnly }) => ({
  provider: {
    coreMlFlags:
      computeUnitBits[computeUnits] |
      (modelFormat === 'ml-program' ? mlProgramBit : 0) |
      (subgraphs === true ? subgraphsBit : 0) |
      (staticShapesOnly === true ? staticShapesBit : 0),
  },
}))
