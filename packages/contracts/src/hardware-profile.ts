import { z } from 'zod'
import { deterministicUuid } from './ids.ts'
import { AnyBackendNameSchema } from './vocabulary.ts'

/**
 * The fingerprint of host + device + driver + runtime that decides which numbers may be compared.
 * Every field takes part in the identity: numbers from profiles that differ in any of them are never compared.
 */
export const HardwareProfileFactsSchema = z.object({
  backend: AnyBackendNameSchema,
  /** What computes, e.g. `AMD EPYC 7B13` or `swiftshader`. */
  device: z.string().min(1),
  /** `service`: a hosted API, whose device nobody outside knows. */
  deviceKind: z.enum(['cpu', 'gpu', 'npu', 'service']),
  /** True where a software implementation stands in for the device (SwiftShader, WARP). */
  isSoftwareDevice: z.boolean(),
  /** Driver name and version; null where the backend has none. */
  driver: z.string().nullable(),
  /** npm package that executes, e.g. `onnxruntime-node`. */
  runtime: z.string().min(1),
  runtimeVersion: z.string().min(1),
  /** Which build of the runtime, where it has several that give different numbers (`jsep`, `native`); null otherwise. */
  runtimeBuild: z.string().nullable(),
  os: z.string().min(1),
  osRelease: z.string(),
  arch: z.string().min(1),
  cpuModel: z.string(),
  /** Logical cores that this process may use. */
  cores: z.int().positive(),
  /** Physical memory of the host, bytes. */
  memoryBytes: z.int().nonnegative(),
  /** Memory of the device itself, bytes; null where it shares the host's or its driver does not tell. */
  deviceMemoryBytes: z.int().positive().nullable().default(null),
  /** How the platform trades speed for power, in its own words, e.g. `performance`, `balanced, on battery`; null where it does not tell. */
  powerMode: z.string().min(1).nullable().default(null),
  /** JavaScript host: `node 24.9.0`, or a browser and its version: `chromium 147.0.7727.0`. */
  host: z.string().min(1),
})
export type HardwareProfileFacts = z.infer<typeof HardwareProfileFactsSchema>

export const HardwareProfileSchema = HardwareProfileFactsSchema.extend({ hardwareProfileId: z.uuid() })
export type HardwareProfile = z.infer<typeof HardwareProfileSchema>

/** Names a profile by its content, so that the same machine gets the same id in every run and every database. */
export function identifyProfile(facts: z.input<typeof HardwareProfileFactsSchema>): HardwareProfile {
  const parsed = HardwareProfileFactsSchema.parse(facts)
  return { ...parsed, hardwareProfileId: deterministicUuid('hardware-profile', parsed) }
}

/** Fields in which two profiles differ, sorted; empty means that their numbers may be compared. */
export function profileDifferences(a: HardwareProfileFacts, b: HardwareProfileFacts): string[] {
  const keys = Object.keys(HardwareProfileFactsSchema.shape) as (keyof HardwareProfileFacts)[]
  return keys.filter((key) => a[key] !== b[key]).sort()
}
