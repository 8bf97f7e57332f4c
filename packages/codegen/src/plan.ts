import { findModelType, isInTier, modelTypes, type Tier, typeSignatures } from '@vitest-hardware/model-catalogue/listing'
import { type ModuleFacts, moduleFacts } from './module-facts.ts'
import { namesOf } from './names.ts'

/** Which types to generate. */
export interface Selection {
  /** Type strings; wins over the others. */
  readonly models?: readonly string[]
  readonly family?: string
  /** @default 'all' */
  readonly priority?: Tier
}

/**
 * What the chosen types' files are made from, sorted by type.
 * @throws {UnknownModelTypeError} with the nearest names
 */
export function chooseModules({ models, family, priority = 'all' }: Selection): ModuleFacts[] {
  const signatures = typeSignatures()
  const all = modelTypes().filter(({ type }) => type in signatures)
  // of the whole catalogue, so that a type is called the same whoever else is generated
  const names = namesOf(all.map(({ type }) => type))
  const chosen =
    models === undefined
      ? all.filter((facts) => isInTier(facts, priority) && (family === undefined || facts.family === family))
      : [...new Set(models)].sort().map((type) => findModelType(type))
  return chosen.map((facts) => moduleFacts(names.get(facts.type)!, facts, signatures[facts.type]!))
}
