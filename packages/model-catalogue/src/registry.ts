import { UsageError } from '@vitest-hardware/contracts/base'
import { distance } from 'fastest-levenshtein'
import { factsOf, ownModelType } from './define-model-type.ts'
import { modelTypeFacts, type ModelTypeFacts } from './facts.ts'
import type { ModelType } from './model-type.ts'
import { registeredTypes } from './registry.generated.ts'

/** A model type that the catalogue does not have. */
export class UnknownModelTypeError extends UsageError {
  override readonly name = 'UnknownModelTypeError'
  /** The nearest names, best first. */
  readonly suggestions: readonly string[]

  constructor(type: string) {
    const suggestions = nearest(type)
    const known = modelTypes()
    super(`there is no model type ${JSON.stringify(type)} in the catalogue`, {
      input: type,
      nextStep:
        suggestions.length > 0
          ? `did you mean ${suggestions.map((name) => JSON.stringify(name)).join(' or ')}? The catalogue has ${known.length} types: vitest-hardware coverage lists them`
          : `choose one of the ${known.length} types that vitest-hardware coverage lists`,
    })
    this.suggestions = suggestions
  }
}

/** What is known of every model type that can be built, sorted by name. */
export function modelTypes(): readonly ModelTypeFacts[] {
  return (buildable ??= modelTypeFacts().filter(({ type }) => type in registeredTypes))
}
let buildable: readonly ModelTypeFacts[] | null = null

/**
 * What is known of the model type of that name, exactly as upstream spells it.
 * @throws {UnknownModelTypeError} with the nearest names
 */
export function findModelType(type: string): ModelTypeFacts {
  const own = ownModelType(type)
  if (own !== undefined) return factsOf(own)
  const found = modelTypes().find((known) => known.type === type)
  if (found === undefined) throw new UnknownModelTypeError(type)
  return found
}

/**
 * How a model type is built. Loads the file that defines it and no other.
 * @throws {UnknownModelTypeError} with the nearest names
 */
export async function loadModelType(type: string): Promise<ModelType> {
  const own = ownModelType(type)
  if (own !== undefined) return own
  const load = Object.hasOwn(registeredTypes, type) ? registeredTypes[type] : undefined
  const found = (await load?.())?.modelTypes.find((known) => known.type === type)
  if (found === undefined) throw new UnknownModelTypeError(type)
  return found
}

/** {@link loadModelType} for each type that can be built, in the order of their names. */
export function loadModelTypes(): Promise<readonly ModelType[]> {
  return Promise.all(modelTypes().map(({ type }) => loadModelType(type)))
}

/** At most three names, each at most half of its letters away; upper case, `-` and `_` do not count. */
function nearest(type: string): string[] {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_ ]/g, '')
  return modelTypes()
    .map((known) => ({ name: known.type, away: distance(plain(type), plain(known.type)) }))
    .filter(({ name, away }) => away <= Math.max(1, Math.floor(plain(name).length / 2)))
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ name }) => name)
}
