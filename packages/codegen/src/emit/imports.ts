import { type ImportDeclarationStructure, StructureKind } from 'ts-morph'

export function importsFrom(moduleSpecifier: string, names: readonly string[]): ImportDeclarationStructure {
  return { kind: StructureKind.ImportDeclaration, moduleSpecifier, namedImports: names.map((name) => ({ name })) }
}
