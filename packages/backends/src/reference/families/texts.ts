import { pairElements } from '../elementwise.ts'
import type { Family, Operator } from '../operator.ts'
import { stringsOf, values } from '../values.ts'

/** StringNormalizer-10: drops stopwords, then changes case; nothing left gives one empty string. */
const stringNormalizer: Operator = ([x], node) => {
  const change = node.string('case_change_action', 'NONE')
  const isSensitive = node.int('is_case_sensitive', 0) === 1
  const fold = (text: string): string => (isSensitive ? text : text.toLowerCase())
  const stopwords = new Set((node.strings('stopwords', []) as readonly string[]).map(fold))
  const kept = stringsOf(x!).filter((text) => !stopwords.has(fold(text)))
  const changed = kept.map((text) => (change === 'LOWER' ? text.toLowerCase() : change === 'UPPER' ? text.toUpperCase() : text))
  if (x!.dims.length > 1 && x!.dims[0] !== 1) return node.fail('is neither [C] nor [1, C]', 0)
  const texts = changed.length === 0 ? [''] : changed
  return [values('string', x!.dims.length > 1 ? [1, texts.length] : [texts.length], texts)]
}

const stringConcat: Operator = ([a, b], node) => {
  const pairs = pairElements(a!, b!, node)
  const [left, right] = [stringsOf(a!), stringsOf(b!)]
  const count = pairs.a?.length ?? left.length
  const texts = Array.from({ length: count }, (_, index) => left[pairs.a?.[index] ?? index]! + right[pairs.b?.[index] ?? index]!)
  return [values('string', pairs.dims, texts)]
}

/** Operators of strings, up to ONNX's operator set 25. */
export const texts: Family = {
  name: 'texts',
  operators: {
    StringConcat: { since: 20, inputs: 2, evaluate: stringConcat },
    StringNormalizer: { since: 10, evaluate: stringNormalizer },
  },
}
