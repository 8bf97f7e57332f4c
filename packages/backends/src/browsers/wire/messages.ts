import { z } from 'zod'
import type { WireTensor } from './tensors.ts'

/** Which of onnxruntime-web's builds a page loads, and with which execution provider. */
export interface RuntimeChoice {
  /** Address of the build's module. */
  readonly module: string
  /** Address of the folder with its WebAssembly files. */
  readonly folder: string
  /** `wasm`, `webgpu` or `webnn`. */
  readonly provider: string
}

/** Options of onnxruntime-web's `InferenceSession.create`, as JSON: execution provider, optimization level and the like. */
export type WireSessionOptions = Readonly<Record<string, unknown>>

/** What this process asks of a page. One answer each, in the order asked. */
export type PageRequest =
  | { readonly kind: 'start'; readonly runtime: RuntimeChoice }
  | {
      readonly kind: 'open'
      readonly runtime: RuntimeChoice
      readonly model: string
      readonly externalData: readonly { readonly path: string; readonly address: string }[]
      readonly options: WireSessionOptions
    }
  | { readonly kind: 'run'; readonly session: number; readonly feeds: readonly WireTensor[] }
  | { readonly kind: 'release'; readonly session: number }
  | { readonly kind: 'capabilities' }

const MetadataSchema = z.array(
  z.union([
    z.object({ name: z.string(), isTensor: z.literal(false) }),
    z.object({ name: z.string(), isTensor: z.literal(true), type: z.string(), shape: z.array(z.union([z.number(), z.string()])) }),
  ]),
)

/** What a page's WebGPU adapter says of itself; all empty strings where the browser hides it. */
export const AdapterSchema = z.object({
  vendor: z.string(),
  architecture: z.string(),
  device: z.string(),
  description: z.string(),
  /** The browser's own word for a software implementation. */
  isFallback: z.boolean(),
  features: z.array(z.string()),
  limits: z.record(z.string(), z.number()),
})
export type WebgpuAdapter = z.infer<typeof AdapterSchema>

/** What a page can do. */
export const CapabilitiesSchema = z.object({
  userAgent: z.string(),
  isSecureContext: z.boolean(),
  /** Fine timers, `SharedArrayBuffer` and WebAssembly threads need it. */
  isCrossOriginIsolated: z.boolean(),
  /** Logical cores that the page sees. */
  cores: z.number(),
  /** Memory of the device in GiB, rounded by the browser; null where it does not say. */
  deviceMemoryGiB: z.number().nullable(),
  /** Limit of the JavaScript heap, bytes; null where the browser does not say. */
  heapLimitBytes: z.number().nullable(),
  /** Smallest step that the page's clock shows, ms. */
  clockResolutionMs: z.number(),
  wasm: z.object({ simd: z.boolean(), relaxedSimd: z.boolean(), threads: z.boolean(), jspi: z.boolean(), memory64: z.boolean() }),
  /** Null where there is no adapter; `webgpuMissing` says why. */
  webgpu: AdapterSchema.nullable(),
  webgpuMissing: z.string().nullable(),
  /** WebNN operators by name with their element types; null where no context can be made. */
  webnn: z.object({ operators: z.array(z.string()), inputTypes: z.array(z.string()) }).nullable(),
  webnnMissing: z.string().nullable(),
})
export type BrowserCapabilities = z.infer<typeof CapabilitiesSchema>

const WireTensorSchema = z.object({
  name: z.string(),
  type: z.string(),
  dims: z.array(z.number()),
  array: z.string().nullable(),
  strings: z.array(z.string()).optional(),
})

export const StartedSchema = z.object({ version: z.string() })
export const OpenedSchema = z.object({
  session: z.number(),
  /** By the page's clock: reading the bytes and loading them. */
  milliseconds: z.number(),
  inputs: MetadataSchema,
  outputs: MetadataSchema,
})
export const RanSchema = z.object({
  /** By the page's clock, around the runtime's `run`. */
  milliseconds: z.number(),
  outputs: z.array(WireTensorSchema),
})

/** What a page sends: answers, and what happened to it without being asked. */
export const PageMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.number(), value: z.unknown() }),
  z.object({
    kind: z.literal('failure'),
    id: z.number(),
    message: z.string(),
    /** The runtime in the page can no longer be used. */
    fatal: z.boolean(),
  }),
  z.object({ kind: z.literal('device-lost'), reason: z.string(), message: z.string() }),
])
export type PageMessage = z.infer<typeof PageMessageSchema>
