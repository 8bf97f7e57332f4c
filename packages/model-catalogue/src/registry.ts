import { UsageError } from '@vitest-hardware/contracts'
import { distance } from 'fastest-levenshtein'
import type { ModelType } from './model-type.ts'
import { registeredTypes } from './registry.generated.ts'

/** A model type that the catalogue does not have. */
export class UnknownModelTypeError extends UsageError {
  override readonly name = 'UnknownModelTypeError'
  /** The nearest names, best first. */
  readonly suggestions: readonly string[]

  constructor(type: string) {
    const suggestions = nearest(type)
    const all = modelTypes().map((known) => known.type)
    super(`there is no model type ${JSON.stringify(type)} in the catalogue`, {
      input: type,
      nextStep:
        suggestions.length > 0
          ? `did you mean ${suggestions.map((name) => JSON.stringify(name)).join(' or ')}? The catalogue has ${all.join(', ')}`
          : `choose one of ${all.join(', ')}`,
    })
    this.suggestions = suggestions
  }
}

/** All model types, sorted by name. */
export function modelTypes(): readonly ModelType[] {
  return sorted
}

/**
 * The model type of that name, exactly as upstream spells it.
 * @throws {UnknownModelTypeError} with the nearest names
 */
export function findModelType(type: string): ModelType {
  const found = sorted.find((known) => known.type === type)
  if (found === undefined) throw new UnknownModelTypeError(type)
  return found
}

const sorted = [...registeredTypes].sort((a, b) => (a.type < b.type ? -1 : 1))

/** At most three names, each at most half of its letters away; upper case, `-` and `_` do not count. */
function nearest(type: string): string[] {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_ ]/g, '')
  return sorted
    .map((known) => ({ name: known.type, away: distance(plain(type), plain(known.type)) }))
    .filter(({ name, away }) => away <= Math.max(1, Math.floor(plain(name).length / 2)))
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ name }) => name)
}
