import type { Family } from '@vitest-hardware/contracts'
import type { ModelTypeFacts } from '../facts.ts'
import type { UpstreamType } from './read-upstream.ts'

export interface MergedFacts {
  /** Sorted by type. */
  readonly facts: readonly ModelTypeFacts[]
  readonly added: readonly string[]
  readonly changed: readonly string[]
  /** Types that are known here and gone upstream; their facts stay. */
  readonly gone: readonly string[]
}

/**
 * What upstream says now over what is known: heads, sizes, preprocessors and checkpoints are upstream's; family, tier, default task and names were
 * decided here and stay. A new type gets a family by its heads, to be looked at.
 */
export function mergeFacts(known: readonly ModelTypeFacts[], upstream: readonly UpstreamType[]): MergedFacts {
  const byType = new Map(known.map((facts) => [facts.type, facts]))
  const added: string[] = []
  const changed: string[] = []
  for (const one of upstream) {
    const old = byType.get(one.type)
    // what another type consists of is none of its own, unless it was decided that it is
    if (old === undefined && one.isPart) continue
    const facts = old === undefined ? newFacts(one) : { ...old, ...fresh(one, old) }
    if (old === undefined) added.push(one.type)
    else if (JSON.stringify(old) !== JSON.stringify(facts)) changed.push(one.type)
    byType.set(one.type, facts)
  }
  const seen = new Set(upstream.map(({ type }) => type))
  return {
    facts: [...byType.values()].sort((a, b) => (a.type < b.type ? -1 : 1)),
    added: added.sort(),
    changed: changed.sort(),
    gone: known.filter(({ type, configClass }) => configClass !== null && !seen.has(type)).map(({ type }) => type),
  }
}

function fresh({ configClass, heads, sizes, preprocessors, checkpoint }: UpstreamType, old: ModelTypeFacts): Partial<ModelTypeFacts> {
  return {
    configClass,
    heads: heads.length > 0 ? heads : old.heads,
    sizes: Object.keys(sizes).length > 0 ? sizes : old.sizes,
    preprocessors: Object.keys(preprocessors).length > 0 ? preprocessors : old.preprocessors,
    checkpoint: checkpoint ?? old.checkpoint,
  }
}

function newFacts({ type, configClass, heads, sizes, preprocessors, checkpoint }: UpstreamType): ModelTypeFacts {
  const tasks = heads.map(({ task }) => task)
  return {
    type,
    displayName: configClass.replace(/Config$/, ''),
    family: familyOf(type, tasks),
    modality: modalityOf(tasks),
    tier: null,
    configClass,
    defaultTask: tasks.find((task) => task !== 'feature-extraction' && task !== 'pretraining') ?? tasks[0] ?? null,
    heads,
    preprocessors,
    checkpoint,
    sizes,
  }
}

/** By the first rule that fits. */
const familyRules: readonly (readonly [RegExp, Family])[] = [
  [/time-series/, 'time-series'],
  [/image-text|zero-shot-|visual-|document-|any-to-any/, 'vision-text'],
  [/speech|audio/, 'speech'],
  [/image|depth|object|mask-generation|keypoint|video|backbone|recognition/, 'vision'],
  [/text2text/, 'encoder-decoder'],
  [/fill-mask/, 'encoder-only'],
]

function familyOf(type: string, tasks: readonly string[]): Family {
  if (/moe/.test(type) && tasks.includes('text-generation')) return 'mixture-of-experts'
  if (/mamba|rwkv|xlstm/.test(type)) return 'state-space'
  return (
    familyRules.find(([rule]) => tasks.some((task) => rule.test(task)))?.[1] ??
    (tasks.includes('text-generation') ? 'decoder-only' : 'encoder-only')
  )
}

function modalityOf(tasks: readonly string[]): string {
  const has = (pattern: RegExp): boolean => tasks.some((task) => pattern.test(task))
  if (has(/image-text|zero-shot-|visual-|any-to-any/)) return 'multimodal'
  if (has(/speech|audio/)) return 'audio'
  if (has(/time-series/)) return 'time-series'
  return has(/image|depth|object|mask-generation|keypoint|video|backbone|recognition/) ? 'vision' : 'text'
}
