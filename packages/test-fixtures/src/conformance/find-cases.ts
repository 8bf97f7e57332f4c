import { readdirSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts'

/** Inputs with the outputs that a model must give for them. */
export interface DataSet {
  /** Folder's name, e.g. `test_data_set_0`. */
  readonly name: string
  /** Absolute paths, in the order of their numbers. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
}

/** A folder in ONNX's own layout. */
export interface ConformanceCase {
  /** Path below the folder that was searched, with `/`. */
  readonly name: string
  /** Absolute path of the model. */
  readonly model: string
  /** Empty where the folder has no data: the model only has to load. */
  readonly dataSets: readonly DataSet[]
}

/**
 * Finds folders with a `model.onnx` at any depth, sorted by name.
 * @throws {UsageError} a folder that is not there or holds no case
 */
export function findCases(folder: string): ConformanceCase[] {
  const root = resolve(folder)
  const cases = [...casesBelow(root, root)].sort((a, b) => (a.name < b.name ? -1 : 1))
  if (cases.length > 0) return cases
  throw new UsageError('no conformance case was found', {
    input: root,
    nextStep: "each case is a folder with model.onnx and test_data_set_*/input_*.pb and output_*.pb, ONNX's own layout",
  })
}

function* casesBelow(folder: string, root: string): Generator<ConformanceCase> {
  const entries = entriesOf(folder)
  if (entries.some((entry) => entry.isFile() && entry.name === 'model.onnx')) {
    const name = relative(root, folder).replaceAll('\\', '/') || basename(folder)
    const sets = entries.filter((entry) => entry.isDirectory() && entry.name.startsWith('test_data_set_')).map((entry) => entry.name)
    yield { name, model: join(folder, 'model.onnx'), dataSets: sets.sort(byNumber).map((set) => dataSet(join(folder, set))) }
  }
  for (const entry of entries)
    if (entry.isDirectory() && !entry.name.startsWith('test_data_set_')) yield* casesBelow(join(folder, entry.name), root)
}

function dataSet(folder: string): DataSet {
  const files = entriesOf(folder).map((entry) => entry.name)
  const numbered = (side: string): string[] =>
    files
      .filter((file) => file.startsWith(`${side}_`) && file.endsWith('.pb'))
      .sort(byNumber)
      .map((file) => join(folder, file))
  return { name: basename(folder), inputs: numbered('input'), outputs: numbered('output') }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (cause) {
    throw new UsageError('the folder with conformance cases cannot be read', {
      input: folder,
      nextStep: 'check the path of conformanceTest({ dir })',
      cause,
    })
  }
}

/** `input_10.pb` after `input_9.pb`. */
function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
