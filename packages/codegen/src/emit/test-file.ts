import { type SourceFileStructure, StructureKind } from 'ts-morph'
import { type Head, outputShapes } from '../module-facts.ts'
import { taskIdentifier } from '../names.ts'
import type { Composition } from './compose.ts'
import { definitionOf, importsFrom } from './imports.ts'
import { literal } from './source-text.ts'

/** `<type>.hardware.test.ts` */
export function testFile(composition: Composition): SourceFileStructure {
  const { module } = composition
  const blocks = module.heads.map((head) => describeBlock(composition, head))
  const { camel, file } = module.names
  return {
    kind: StructureKind.SourceFile,
    statements: [
      importsFrom('vitest', ['describe']),
      importsFrom('vitest-hardware/suites', suitesIn(blocks)),
      importsFrom('vitest-hardware/test', ['modelTest']),
      ...definitionOf(module),
      importsFrom(`./${file}.skillset.ts`, [camel]),
      ...blocks.map((block) => `\n${block}`),
    ],
  }
}

function describeBlock(composition: Composition, head: Head): string {
  const statements = [...everyHead(composition, head), ...(head.isDefault ? defaultHead(composition) : []), ...composition.checksOf(head)]
  return `describe(${literal(head.task)}, () => {\n${testFunction(composition, head)}\n\n${statements.map((line) => `  ${line}`).join('\n')}\n})`
}

function testFunction(composition: Composition, head: Head): string {
  const { quirk } = composition.module
  if (quirk === null) return `  const test = modelTest(${request(composition, head)})`
  const { reason, ...session } = quirk
  return `  // ${reason}\n  const test = modelTest(${request(composition, head)}, ${literal({ session })})`
}

function everyHead(composition: Composition, head: Head): string[] {
  const { architecture, parameters } = head
  const tolerances = composition.tolerancesOf(head)
  const shapes = literal(outputShapes(head))
  const traits = composition.family.traits.filter((trait) => head.traits.includes(trait))
  return [
    `loadsAs(test, { architecture: ${literal(architecture)}, parameters: ${number(parameters)} })`,
    Object.keys(tolerances).length === 0 ? `answers(test, ${shapes})` : `answers(test, ${shapes}, ${literal(tolerances)})`,
    ...(traits.length === 0 ? [] : [`shows(test, ${traits.map(literal).join(', ')})`]),
    `answersBySkill(test, ${composition.module.names.camel}.${taskIdentifier(head.task)})`,
  ]
}

/** What is the same under every head is tried once. */
function defaultHead({ module }: Composition): string[] {
  return [
    `isMadeOf(test, ${literal(module.operators)})`,
    'survivesSaving(test)',
    `answersInHalfPrecision(test, ${literal({ tolerance: module.halfPrecision })})`,
    'refusesWrongInputs(test)',
    module.transformersJs === null
      ? 'loadsFromPretrained(test)'
      : `loadsFromPretrained(test, { autoClass: ${literal(module.transformersJs)} })`,
  ]
}

/** What `modelTest` is asked for. */
export function request({ module }: Composition, head: Head): string {
  return literal({ ...module.request, ...(head.isDefault ? {} : { task: head.task }) })
}

function suitesIn(blocks: readonly string[]): string[] {
  const called = blocks.flatMap((block) => [...block.matchAll(/^ {2}(\w+)\(test\b/gm)].map(([, name]) => name!))
  return [...new Set(called)].sort()
}

/** 1234567 → `1_234_567` */
function number(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, '_')
}
