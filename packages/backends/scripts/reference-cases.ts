import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Backend, ModelLoadError } from '@vitest-hardware/backends'
import { decodeTensorFile, graphOf, parseModel, type Tensor, type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'
import type { GraphProto } from 'onnx-buf'

/** Folders of cases in ONNX's layout, below `models` of the data folder. */
export const suites = ['onnx-simple', 'onnx-pytorch-operator', 'onnx-pytorch-converted'] as const

export interface Case {
  readonly suite: string
  readonly name: string
  readonly folder: string
  /** Operators in it, subgraphs included, `domain.Operator` where the domain is not ONNX's own; sorted. */
  readonly operators: readonly string[]
}

/** What became of a case: `unclaimed` where `reference` does not have all its operators, with the reasons. */
export type Outcome =
  | { readonly state: 'passed' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'unclaimed'; readonly reason: string }

/** All cases, sorted by suite and name. */
export async function findCases(data: string): Promise<Case[]> {
  const cases: Case[] = []
  for (const suite of suites) {
    const folder = join(data, 'models', suite)
    for (const name of (await readdir(folder)).sort()) {
      const model = parseModel(await readFile(join(folder, name, 'model.onnx')), name)
      cases.push({ suite, name, folder: join(folder, name), operators: [...operatorsOf(graphOf(model))].sort() })
    }
  }
  return cases
}

/** Operators of a graph and its subgraphs, `domain.Operator` where the domain is not ONNX's own. */
export function operatorsOf(graph: GraphProto): Set<string> {
  const inner = graph.node.flatMap((node) => node.attribute.flatMap(({ g, graphs }) => [...(g === undefined ? [] : [g]), ...graphs]))
  const own = graph.node.map(({ domain, opType }) => (domain === '' || domain === 'ai.onnx' ? opType : `${domain}.${opType}`))
  return new Set([...own, ...inner.flatMap((each) => [...operatorsOf(each)])])
}

/** Runs all data sets of a case and holds the outputs against the expected ones. */
export async function runCase(backend: Backend, { folder }: Case): Promise<Outcome> {
  try {
    await using session = await backend.open({ path: join(folder, 'model.onnx') })
    const missing = session.fallbackNodes ?? []
    if (missing.length > 0) return { state: 'unclaimed', reason: missing.map(({ reason }) => reason).join('; ') }
    const sets = (await readdir(folder)).filter((name) => name.startsWith('test_data_set_')).sort()
    for (const set of sets) {
      const inputs = await readTensors(join(folder, set), 'input')
      const outputs = await session.run(Object.fromEntries(session.inputs.map(({ name }, index) => [name, inputs[index]!])))
      const expected = await readTensors(join(folder, set), 'output')
      const names = session.outputs.map(({ name }) => name)
      const difference = firstDifference(names, outputs, expected)
      if (difference !== null) return { state: 'failed', reason: `${set}: ${difference}` }
    }
    return { state: 'passed' }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // refused before anything ran, because neither `reference` nor `cpu` has the operator
    if (error instanceof ModelLoadError && error.failure === 'unknown-operator') return { state: 'unclaimed', reason: error.reason }
    return { state: 'failed', reason: error.message }
  }
}

async function readTensors(folder: string, kind: 'input' | 'output'): Promise<Tensor[]> {
  const files = (await readdir(folder)).filter((name) => name.startsWith(`${kind}_`))
  const numbered = files.sort((a, b) => numberOf(a) - numberOf(b))
  return Promise.all(numbered.map(async (file) => decodeTensorFile(await readFile(join(folder, file)))))
}

function numberOf(file: string): number {
  return Number(/\d+/.exec(file)?.[0])
}

function firstDifference(names: readonly string[], outputs: Tensors, expected: readonly Tensor[]): string | null {
  for (const [index, name] of names.entries()) {
    const difference = differenceOf(outputs[name]!, expected[index]!)
    if (difference !== null) return `'${name}' ${difference}`
  }
  return null
}

/** ONNX's own tolerance for its cases is 1e-3 relative and 1e-7 absolute; expected numbers are float32, so near 0 1e-5 is allowed. */
export function differenceOf(given: Tensor, expected: Tensor): string | null {
  const shapes = [given, expected].map(({ type, dims }) => `${type}[${dims.join(', ')}]`)
  if (shapes[0] !== shapes[1]) return `is ${shapes[0]}, expected ${shapes[1]}`
  if (expected.type === 'string') {
    const texts = [given, expected].map(({ data }) => JSON.stringify(data))
    return texts[0] === texts[1] ? null : `is ${texts[0]}, expected ${texts[1]}`
  }
  const [a, b] = [toNumbers(given), toNumbers(expected)]
  const at = a.findIndex((value, index) => !isNear(value, b[index]!))
  return at < 0 ? null : `at ${at} is ${a[at]}, expected ${b[at]}`
}

function isNear(value: number, expected: number): boolean {
  return Object.is(value, expected) || value === expected || Math.abs(value - expected) <= 1e-5 + 1e-3 * Math.abs(expected)
}
