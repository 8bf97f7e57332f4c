import { type ImportDeclarationStructure, StructureKind } from 'ts-morph'
import type { ModuleFacts } from '../module-facts.ts'

export function importsFrom(moduleSpecifier: string, names: readonly string[]): ImportDeclarationStructure {
  return { kind: StructureKind.ImportDeclaration, moduleSpecifier, namedImports: names.map((name) => ({ name })) }
}

/** What defines a user's own type, for its effect; nothing for a type of the catalogue. */
export function definitionOf({ definedIn }: ModuleFacts): ImportDeclarationStructure[] {
  return definedIn === undefined ? [] : [{ kind: StructureKind.ImportDeclaration, moduleSpecifier: definedIn }]
}
