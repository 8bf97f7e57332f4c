import type { ApiProviderName } from '@vitest-hardware/contracts'
import { anthropicVendor } from './anthropic.ts'
import { groqVendor } from './groq.ts'
import { openaiVendor } from './openai.ts'
import type { SimulatedVendor } from './vendor.ts'

/** All vendors that can be simulated. */
export const simulatedVendors: Readonly<Record<ApiProviderName, SimulatedVendor>> = {
  anthropic: anthropicVendor,
  groq: groqVendor,
  openai: openaiVendor,
}
