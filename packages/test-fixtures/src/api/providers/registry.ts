import type { ApiProviderName } from '@vitest-hardware/contracts'
import type { ApiProvider } from '../provider.ts'
import { anthropic } from './anthropic.ts'
import { groq } from './groq.ts'
import { openai } from './openai.ts'

/** All providers by name. A new one is one file beside this one and one line here. */
export const apiProviders: Readonly<Record<ApiProviderName, ApiProvider>> = { anthropic, groq, openai }
