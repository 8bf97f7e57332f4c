import { z } from 'zod'

/** One way to execute a model on hardware. */
export const backendNames = ['cpu', 'cuda', 'rocm', 'openvino', 'coreml', 'qnn', 'directml', 'webgpu', 'webnn', 'wasm'] as const
export const BackendNameSchema = z.enum(backendNames)
export type BackendName = z.infer<typeof BackendNameSchema>

/** Architecture families; a model type belongs to exactly one. */
export const families = [
  'encoder-only',
  'decoder-only',
  'encoder-decoder',
  'vision',
  'vision-text',
  'speech',
  'diffusion',
  'mixture-of-experts',
  'state-space',
] as const
export const FamilySchema = z.enum(families)
export type Family = z.infer<typeof FamilySchema>

/** Where a number comes from. Only `measured` ever enters a baseline. */
export const ProvenanceSchema = z.enum(['measured', 'simulated', 'predicted'])
export type Provenance = z.infer<typeof ProvenanceSchema>

/** Outcome of one test on one backend. `interrupted`: the run ended before the test did. */
export const TestStateSchema = z.enum(['passed', 'failed', 'skipped', 'interrupted'])
export type TestState = z.infer<typeof TestStateSchema>

/** Lifecycle of a run. A run that is still `running` in the database was killed. */
export const RunStateSchema = z.enum(['running', 'passed', 'failed', 'interrupted'])
export type RunState = z.infer<typeof RunStateSchema>

/** Which way is better for a metric. */
export const DirectionSchema = z.enum(['lower', 'higher'])
export type Direction = z.infer<typeof DirectionSchema>

/** What a comparison says. `no-baseline`: there was nothing to compare with. */
export const VerdictSchema = z.enum(['regression', 'improvement', 'no-change', 'cannot-tell', 'no-baseline'])
export type Verdict = z.infer<typeof VerdictSchema>
