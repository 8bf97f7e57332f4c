import { z } from 'zod'
import { backendNames, families } from './names.ts'

export const BackendNameSchema = z.enum(backendNames)
export type BackendName = z.infer<typeof BackendNameSchema>

/** Hosted APIs; each is the backend of its tests. */
export const apiProviderNames = ['openai', 'anthropic', 'groq'] as const
export const ApiProviderNameSchema = z.enum(apiProviderNames)
export type ApiProviderName = z.infer<typeof ApiProviderNameSchema>

const namePart = z.string().regex(/[a-z0-9][a-z0-9._-]*/)

/**
 * A backend of a third party: `vendor/name`, in lower case. The vendor's part keeps its results apart from those of this project's
 * own backends, the present and the future ones.
 */
export const CustomBackendNameSchema = z.templateLiteral([namePart, '/', namePart])
export type CustomBackendName = z.infer<typeof CustomBackendNameSchema>

/** Whatever executes models on this machine. */
export type LocalBackendName = BackendName | CustomBackendName

/** Whatever can be tested: a backend on hardware, a third party's included, or a hosted API. */
export const AnyBackendNameSchema = z.union([z.enum([...backendNames, ...apiProviderNames]), CustomBackendNameSchema])
export type AnyBackendName = z.infer<typeof AnyBackendNameSchema>

/** Browsers in whose pages a backend can execute; without one it executes in Node. */
export const browserNames = ['chromium', 'chrome', 'edge', 'firefox', 'safari'] as const
export const BrowserNameSchema = z.enum(browserNames)
export type BrowserName = z.infer<typeof BrowserNameSchema>

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
