import { readFileSync } from 'node:fs'
import type { Family } from '@vitest-hardware/contracts'
import type { Task } from './model-type.ts'

/** How much a type matters; each tier holds those before it, and `null` belongs to `all` alone. */
export const tiers = ['critical', 'high', 'medium', 'all'] as const
export type Tier = (typeof tiers)[number]

/** One of upstream's model classes with the auto class that finds it. */
export interface HeadFacts {
  readonly task: Task
  /** e.g. `AutoModelForMaskedLM` */
  readonly auto: string
  /** e.g. `BertForMaskedLM` */
  readonly class: string
}

/** What upstream says of a model type, read from it by `npm run catalogue:refresh`. */
export interface ModelTypeFacts {
  /** The hub's type string, exactly as upstream. */
  readonly type: string
  readonly displayName: string
  readonly family: Family
  /** What goes in: `text`, `vision`, `audio`, `multimodal` … */
  readonly modality: string
  readonly tier: Exclude<Tier, 'all'> | null
  /** Null for a pipeline of several models. */
  readonly configClass: string | null
  /** Null where upstream has no class for a task. */
  readonly defaultTask: Task | null
  readonly heads: readonly HeadFacts[]
  /** A model on the hub. */
  readonly checkpoint: string | null
  /** Class names by kind: `tokenizer`, `imageProcessor`, `featureExtractor`, `processor` … */
  readonly preprocessors: Readonly<Record<string, unknown>>
  /** The configuration's default sizes. */
  readonly sizes: Readonly<Record<string, unknown>>
}

let read: readonly ModelTypeFacts[] | null = null

/** Every model type that upstream has and that is not a part of another, and the diffusion pipelines; sorted by name. */
export function modelTypeFacts(): readonly ModelTypeFacts[] {
  // read when first asked for: whoever tests a file of their own needs none of it
  return (read ??= JSON.parse(readFileSync(new URL('../data/model-types.json', import.meta.url), 'utf8')) as ModelTypeFacts[])
}

/** Whether a type belongs to a tier; tiers are cumulative. */
export function isInTier({ tier }: Pick<ModelTypeFacts, 'tier'>, wanted: Tier): boolean {
  return wanted === 'all' || (tier !== null && tiers.indexOf(tier) <= tiers.indexOf(wanted))
}

let gaps: Readonly<Record<string, string>> | null = null

/** Types that cannot be built, with the reason; every other one of {@link modelTypeFacts} can. */
export function modelTypeGaps(): Readonly<Record<string, string>> {
  return (gaps ??= JSON.parse(readFileSync(new URL('../data/gaps.json', import.meta.url), 'utf8')) as Record<string, string>)
}
