import { type SourceFileStructure, StructureKind, VariableDeclarationKind } from 'ts-morph'
import type { Head } from '../module-facts.ts'
import { taskIdentifier } from '../names.ts'
import { type Composition, guarded } from './compose.ts'
import { definitionOf, importsFrom } from './imports.ts'
import { literal, property } from './source-text.ts'

/** `<type>.skillset.ts` */
export function skillsetFile(composition: Composition): SourceFileStructure {
  const { module } = composition
  const skills = module.heads.map((head) => taskIdentifier(head.task))
  const { checkpoint, displayName } = module.facts
  const lines = [
    ...(checkpoint === null ? [] : [`checkpoint: ${literal(checkpoint)}`]),
    ...module.heads.map((head) => `${taskIdentifier(head.task)}: ${taskIdentifier(head.task)}(${specification(composition, head)})`),
  ]
  return {
    kind: StructureKind.SourceFile,
    statements: [
      importsFrom('vitest-hardware/skillset', [...skills].sort()),
      ...definitionOf(module),
      {
        kind: StructureKind.VariableStatement,
        isExported: true,
        declarationKind: VariableDeclarationKind.Const,
        docs: [{ description: description(displayName, module.note, checkpoint) }],
        declarations: [{ name: module.names.camel, initializer: `{\n${lines.map((line) => `  ${line},`).join('\n')}\n} as const` }],
        leadingTrivia: '\n',
      },
    ],
  }
}

function description(displayName: string, note: string | null, checkpoint: string | null): string {
  const weights = checkpoint === null ? '' : ' Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`.'
  return `${displayName}.${note === null ? '' : ` ${note.replaceAll('*/', '* /').replace(/\.?$/, '.')}`}${weights}`
}

function specification(composition: Composition, head: Head): string {
  const template = composition.taskOf(head)
  const extra = guarded(template, composition.module.names.type, () => template.skill(composition.module, head))
  const fields = [...Object.entries(composition.module.request).map(([key, value]) => [key, literal(value)]), ...Object.entries(extra)]
  return `{ ${fields.map(([key, value]) => `${property(key)}: ${value}`).join(', ')} }`
}
