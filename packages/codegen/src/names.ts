import { UsageError } from '@vitest-hardware/contracts/base'

/** How one type is called where it is generated. */
export interface Names {
  /** The hub's type string. */
  readonly type: string
  /** Folder and file names; the type itself. */
  readonly file: string
  /** `xlmRoberta` */
  readonly camel: string
  /** `XlmRoberta` */
  readonly pascal: string
}

/** A type string that cannot name a file. */
export class TypeNameError extends UsageError {
  override readonly name = 'TypeNameError'
}

/** Words that no variable may be called in a module (ECMA-262 §12.7.2), and those that every module has a meaning for. */
const reserved = new Set(
  `await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in
   instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield
   arguments undefined describe expect modelTest test`.split(/\s+/),
)

/**
 * Names for a set of types: valid identifiers and safe file names, no two alike, also where a file system takes no notice of case.
 * What a separator between two digits parts stays apart: `kosmos-2.5` is `kosmos2_5`.
 * @throws {TypeNameError} a type that has no letter or digit, or characters that a file name must not have
 */
export function namesOf(types: readonly string[]): ReadonlyMap<string, Names> {
  const taken = new Set<string>()
  const names = new Map<string, Names>()
  // sorted, so that a type's name does not hang on the order in which types were asked for
  for (const type of [...new Set(types)].sort()) {
    if (!/^[A-Za-z0-9][\w.+-]*$/.test(type) || type.endsWith('.')) {
      throw new TypeNameError('a model type must be letters, digits, dots, dashes and underscores, and begin with a letter or digit', {
        input: JSON.stringify(type),
        nextStep: 'rename the type',
      })
    }
    let camel = camelOf(type)
    for (let count = 2; taken.has(camel.toLowerCase()); count++) camel = `${camelOf(type)}_${count}`
    taken.add(camel.toLowerCase())
    names.set(type, { type, file: type, camel, pascal: `${camel[0]!.toUpperCase()}${camel.slice(1)}` })
  }
  return names
}

function camelOf(type: string): string {
  const joined = type
    .replaceAll(/(?<=\d)[^A-Za-z0-9]+(?=\d)/g, '_')
    .replaceAll(/[^A-Za-z0-9_]+|(?<!\d)_+|_+(?!\d)/g, ' ')
    .trim()
  const camel = joined
    .replaceAll(/ +(\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase())
  const named = /^\d/.test(camel) ? `model${camel}` : camel
  return reserved.has(named) ? `${named}Model` : named
}

/** A task as a property: `fill-mask` → `fillMask`. */
export function taskIdentifier(task: string): string {
  return task.replaceAll(/\W+$/g, '').replaceAll(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())
}
