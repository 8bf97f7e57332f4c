import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBackend } from '@vitest-hardware/backends'
import { modelTypes, resolveModel } from '@vitest-hardware/model-catalogue'
import { graphOf, parseModel } from '@vitest-hardware/onnx-graph'
import { countRandomNodes } from '../e2e/reference-families/random-nodes.ts'
import { families } from '../src/reference/operators.ts'
import { type Case, findCases, operatorsOf, type Outcome, runCase, suites } from './reference-cases.ts'

export const tablePath = join(import.meta.dirname, '..', '..', '..', 'docs', 'guide', 'reference-operators.md')

export interface JudgedCase extends Case {
  readonly outcome: Outcome
}

export async function judgeCases(data: string): Promise<JudgedCase[]> {
  const judged: JudgedCase[] = []
  for (const each of await findCases(data)) judged.push({ ...each, outcome: await runCase(getBackend('reference'), each) })
  return judged
}

/** The operators of each model of the catalogue; all of them agree with `cpu` in `packages/backends/e2e/reference.e2e.test.ts`. */
export async function catalogueOperators(): Promise<ReadonlySet<string>[]> {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'reference-table-'))
  try {
    const found: ReadonlySet<string>[] = []
    for (const { type } of modelTypes()) {
      const { path } = await resolveModel({ model: type }, { cacheFolder, root: cacheFolder })
      found.push(operatorsOf(graphOf(parseModel(await readFile(path), type))))
    }
    return found
  } finally {
    await rm(cacheFolder, { recursive: true })
  }
}

/** The page's text: every operator that `reference` claims, with the cases in which it occurs. */
export function tableText(judged: readonly JudgedCase[], models: readonly ReadonlySet<string>[]): string {
  const claimed = families.flatMap(({ name: family, domain = '', operators }) =>
    Object.entries(operators).map(([name, { since }]) => ({ family, name: domain === '' ? name : `${domain}.${name}`, since })),
  )
  const random = countRandomNodes()
  const rows = claimed
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ family, name, since }) => {
      const cases = judged.filter(({ operators, outcome }) => operators.includes(name) && outcome.state !== 'unclaimed')
      const passed = cases.filter(({ outcome }) => outcome.state === 'passed')
      const used = models.filter((operators) => operators.has(name))
      return [name, family, ...[since, cases.length, passed.length, used.length, random.get(name) ?? 0].map(String)]
    })
  const unclaimed = judged.flatMap(({ suite, name, operators, outcome }) => {
    if (outcome.state !== 'unclaimed') return []
    const missing = operators.filter((operator) => claimed.every((each) => each.name !== operator))
    return [[`${suite}/${name}`, missing.map((operator) => `\`${operator}\``).join(', ')]]
  })
  const passed = judged.filter(({ outcome }) => outcome.state === 'passed').length
  return [
    '# Operators of the `reference` backend',
    '',
    '`reference` computes these operators itself, in float64, with no code of ONNX Runtime. A node whose operator is not here is computed by',
    '`cpu` without graph optimizations; the session lists it in `fallbackNodes`.',
    '',
    `_Cases_ are ONNX's own, from the folders ${suites.map((suite) => `\`${suite}\``).join(', ')}: an operator's are those in which it occurs.`,
    `A case passes where every output is within 1e-5 + 1e-3 · |expected|. ${passed} of ${judged.length} cases pass.`,
    '_Models_ are those of the catalogue with the operator in them, and _random nodes_ single nodes with random inputs and attributes: both agree',
    'with `cpu`, by `packages/backends/e2e/reference*.e2e.test.ts`.',
    '',
    'Made by `node packages/backends/scripts/reference-table.ts`; do not edit.',
    '',
    ...table(['operator', 'family', 'since opset', 'cases', 'pass', 'models', 'random nodes'], rows),
    '',
    '## Cases that are not judged',
    '',
    ...(unclaimed.length === 0 ? ['None.'] : table(['case', 'operators that reference does not have'], unclaimed)),
    '',
  ].join('\n')
}

/** A table with padded columns, as the formatter wants it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)]
}

if (import.meta.main) {
  const data = process.env['VITEST_HARDWARE_DATA']
  if (data === undefined) throw new Error("set VITEST_HARDWARE_DATA to the folder whose `models` holds ONNX's cases")
  const text = tableText(await judgeCases(data), await catalogueOperators())
  if (!process.argv.includes('--check')) await writeFile(tablePath, text)
  else if ((await readFile(tablePath, 'utf8').catch(() => '')) !== text) {
    throw new Error(`${tablePath} is not current: run node packages/backends/scripts/reference-table.ts`)
  }
}
