import { alone } from './alone.ts'
import { bidirectional } from './bidirectional.ts'
import { cached } from './cached.ts'
import { causal } from './causal.ts'
import { masked } from './masked.ts'
import type { Trait } from './trait.ts'

export { type Asked, differsAbove, type Experiment, sameBelow, shows, type Trait } from './trait.ts'

/** All traits, in the order of their names in tests. */
export const traits = { alone, masked, causal, bidirectional, cached } as const satisfies Readonly<Record<string, Trait>>
export type TraitName = keyof typeof traits
