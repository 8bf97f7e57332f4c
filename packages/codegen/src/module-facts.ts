import type { HeadSignature, ModelTypeFacts, Shape, TypeSignature } from '@vitest-hardware/model-catalogue/listing'
import type { Names } from './names.ts'

/** One task of a type, as templates see it. */
export interface Head extends HeadSignature {
  readonly task: string
  /** Whether it is what the type runs where no task is named. */
  readonly isDefault: boolean
}

/** What a type's files are made from; plain data, so that equal data gives equal files. */
export interface ModuleFacts {
  readonly names: Names
  readonly facts: ModelTypeFacts
  /** What `modelTest` is asked for. */
  readonly request: Readonly<Record<string, string>>
  readonly heads: readonly [Head, ...Head[]]
  readonly operators: Readonly<Record<string, number>>
  readonly transformersJs: string | null
  /** Tolerance of the default head's answer in float16; null where no tolerance tells right from wrong. */
  readonly halfPrecision: number | null
  readonly note: string | null
  readonly quirk: TypeSignature['quirk']
  /** How the files import the module that defines a user's own type; absent for the catalogue's. */
  readonly definedIn?: string
}

export function moduleFacts(names: Names, facts: ModelTypeFacts, signature: TypeSignature): ModuleFacts {
  const [first, ...others] = Object.entries(signature.heads)
  if (first === undefined) throw new RangeError(`${names.type} has no head`)
  const head = ([task, one]: [string, HeadSignature], isDefault: boolean): Head => ({ ...one, task, isDefault })
  const { operators, transformersJs, halfPrecision, note, quirk } = signature
  return {
    names,
    facts,
    request: { model: names.type },
    heads: [head(first, true), ...others.map((one) => head(one, false))],
    operators,
    transformersJs,
    halfPrecision,
    note,
    quirk,
  }
}

/** Shapes of a head's outputs, without the caches, which follow from its inputs. */
export function outputShapes(head: Head): Record<string, Shape> {
  return Object.fromEntries(
    Object.entries(head.outputs)
      .filter(([name]) => !name.startsWith('present'))
      .map(([name, [, shape]]) => [name, shape]),
  )
}
