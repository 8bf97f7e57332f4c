import type { Tensor } from '@vitest-hardware/onnx-graph'
import { type OutputComparison, outputMatches, type OutputsComparison } from './compare-outputs.ts'
import type { Difference } from './compare-tensors.ts'
import { textTable } from './text-table.ts'

/** Who computed and what it was held against; each is left out where it is not known. */
export interface MismatchContext {
  /** e.g. `webgpu (swiftshader, onnxruntime-node 1.30.0)`. */
  readonly backend?: string
  readonly model?: string
  /** Where the expected outputs come from, e.g. `the same model on cpu without graph optimizations`. */
  readonly reference?: string
}

/** What a person needs to see of outputs that differ: which, how many elements, how far, where. */
export function mismatchMessage(result: OutputsComparison, context: MismatchContext = {}): string {
  const wrong = result.outputs.filter((output) => !outputMatches(output))
  const structural = wrong.flatMap((output) => structuralFault(output) ?? [])
  const compared = wrong.filter((output) => output.kind === 'compared')
  return [
    `${wrong.length} of ${result.outputs.length} outputs differ${context.model === undefined ? '' : ` for ${context.model}`}${context.backend === undefined ? '' : ` on ${context.backend}`}`,
    ...(context.reference === undefined ? [] : [`expected: ${context.reference}`]),
    ...(structural.length === 0 ? [] : ['', ...structural]),
    ...(compared.length === 0 ? [] : ['', table(compared), '', ...compared.flatMap(firstMismatch)]),
  ].join('\n')
}

function structuralFault(output: OutputComparison): string | null {
  switch (output.kind) {
    case 'missing':
      return `${output.name}: missing, expected ${signature(output.expected)}`
    case 'unexpected':
      return `${output.name}: not expected, got ${signature(output.actual)}`
    case 'other-type':
    case 'other-shape':
      return `${output.name}: expected ${signature(output.expected)}, got ${signature(output.actual)}`
    case 'broken':
      return `${output.name}: ${signature(output.actual)} holds ${output.actual.data.length} elements, expected ${output.expected.data.length}`
    case 'compared':
      return null
  }
}

type Compared = Extract<OutputComparison, { kind: 'compared' }>

function table(outputs: readonly Compared[]): string {
  const head = ['output', 'type and shape', 'elements that differ', 'max abs error', 'max rel error']
  const rows = outputs.map(({ name, expected, comparison }) => [
    name,
    signature(expected),
    `${comparison.differing} of ${comparison.elements} (${percent(comparison.differing / comparison.elements)})`,
    largest(comparison.largestAbsolute),
    largest(comparison.largestRelative),
  ])
  return textTable([head, ...rows])
}

function firstMismatch({ name, comparison }: Compared): string[] {
  const { first, largestAbsolute, largestRelative, nonFinite, firstNonFinite, tolerance } = comparison
  const places: [string, Difference | null][] = [
    ['first', first],
    ['max abs', largestAbsolute],
    ['max rel', largestRelative],
    [`${nonFinite} not finite, first`, firstNonFinite],
  ]
  const rows = places.flatMap(([label, difference]) =>
    difference === null
      ? []
      : [[`  ${label}`, place(difference), `actual ${show(difference.actual)}`, `expected ${show(difference.expected)}`]],
  )
  return [`${name}, allowed |actual − expected| ≤ ${short(tolerance.atol)} + ${short(tolerance.rtol)}·|expected|:`, textTable(rows)]
}

function largest(difference: Difference | null): string {
  return difference === null ? '–' : `${short(difference.error)} at ${place(difference)}`
}

function place(difference: Difference): string {
  return `[${difference.index.join(', ')}]`
}

function signature(tensor: Tensor): string {
  return `${tensor.type}[${tensor.dims.join(', ')}]`
}

function show(value: Difference['actual']): string {
  return typeof value === 'number'
    ? String(Number(value.toPrecision(9)))
    : typeof value === 'string'
      ? JSON.stringify(value)
      : String(value)
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)))
}

/** Never rounds a difference away: `<0.01 %`. */
function percent(share: number): string {
  const value = share * 100
  return value > 0 && value < 0.01 ? '<0.01 %' : `${Number(value.toPrecision(3))} %`
}
