import type { NodeContext, Operator, Values } from '../operator.ts'
import { dimsText, offsetsOf, sizeOf, stridesOf } from '../shapes.ts'
import { numbersOf, values } from '../values.ts'

interface Equation {
  /** One list of labels for each input; axes of the ellipsis have the labels `.0`, `.1`, … counted from the last. */
  readonly terms: readonly (readonly string[])[]
  readonly result: readonly string[]
}

/**
 * Einsum-12: the sum over all labels that are not in the result. Without `->` the result has the labels that appear once,
 * in alphabetical order, after the ellipsis.
 */
function parseEquation(text: string, ranks: readonly number[]): Equation {
  const [left, right] = text.replaceAll(/\s/g, '').split('->') as [string, string | undefined]
  const texts = left.split(',')
  const terms = texts.map((term, index) => labelsOf(term, (ranks[index] ?? 0) - term.replace('...', '').length))
  const dots = terms.flat().filter((label) => label.startsWith('.'))
  const ellipsis = [...new Set(dots)].sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)))
  if (right !== undefined) return { terms, result: labelsOf(right, right.includes('...') ? ellipsis.length : 0) }
  const letters = terms.flat().filter((label) => !label.startsWith('.'))
  const single = letters.filter((label) => letters.indexOf(label) === letters.lastIndexOf(label)).sort()
  return { terms, result: [...ellipsis, ...single] }
}

function labelsOf(term: string, hidden: number): string[] {
  const at = term.indexOf('...')
  if (at < 0) return term.split('')
  const dots = Array.from({ length: hidden }, (_, index) => `.${hidden - 1 - index}`)
  return [...term.slice(0, at).split(''), ...dots, ...term.slice(at + 3).split('')]
}

export const einsum: Operator = (inputs, node) => {
  const operands = inputs.filter((input) => input !== undefined)
  const { terms, result } = parseEquation(
    node.string('equation'),
    operands.map((operand) => operand.dims.length),
  )
  const sizes = sizesOf(operands, terms, node)
  const summed = [...sizes.keys()].filter((label) => !result.includes(label))
  const unknown = result.find((label) => !sizes.has(label))
  if (unknown !== undefined) return node.fail(`the equation's result has the label '${unknown}', which no input has`)
  const outer = result.map((label) => sizes.get(label)!)
  const inner = summed.map((label) => sizes.get(label)!)
  const views = operands.map((operand, index) => ({
    data: numbersOf(operand),
    bases: offsetsOf(outer, stridesFor(operand, terms[index]!, result)),
    offsets: offsetsOf(inner, stridesFor(operand, terms[index]!, summed)),
  }))
  const data = new Float64Array(sizeOf(outer))
  const steps = sizeOf(inner)
  for (let element = 0; element < data.length; element += 1) {
    let sum = 0
    for (let step = 0; step < steps; step += 1) {
      let product = 1
      for (const view of views) product *= view.data[view.bases[element]! + view.offsets[step]!]!
      sum += product
    }
    data[element] = sum
  }
  return [values(operands[0]!.type, outer, data)]
}

function sizesOf(operands: readonly Values[], terms: Equation['terms'], node: NodeContext): Map<string, number> {
  if (terms.length !== operands.length) return node.fail(`the equation has ${terms.length} terms for ${operands.length} inputs`)
  const sizes = new Map<string, number>()
  for (const [index, { dims }] of operands.entries()) {
    const labels = terms[index]!
    if (labels.length !== dims.length) return node.fail(`${dimsText(dims)} does not fit the term '${labels.join('')}'`, index)
    for (const [axis, label] of labels.entries()) {
      const known = sizes.get(label) ?? 1
      const size = dims[axis]!
      if (known !== 1 && size !== 1 && known !== size) return node.fail(`the label '${label}' is ${known} and ${size}`, index)
      if (known === 1) sizes.set(label, size)
    }
  }
  return sizes
}

/** Strides along labels: the sum of those of the axes that carry it, so that a repeated label walks the diagonal. */
function stridesFor(operand: Values, term: readonly string[], labels: readonly string[]): number[] {
  const strides = stridesOf(operand.dims)
  return labels.map((label) =>
    term.reduce((sum, each, axis) => (each === label && operand.dims[axis] !== 1 ? sum + strides[axis]! : sum), 0),
  )
}
