import type { AttributeProto, NodeProto } from 'onnx-buf'
import type { Getter, NodeFacts } from './operator.ts'
import { OperatorError } from './operator-error.ts'
import { decodeValues } from './decode-values.ts'

const decoder = new TextDecoder()

/**
 * Typed access to a node's attributes.
 * @param attributes the node's own, with references to a function's parameters already resolved
 */
export function nodeFacts(node: NodeProto, attributes: readonly AttributeProto[], opset: number): NodeFacts {
  const byName = new Map(attributes.map((attribute) => [attribute.name, attribute]))
  const name = node.name || node.output.find((output) => output !== '') || node.opType
  const operator = node.domain === '' || node.domain === 'ai.onnx' ? node.opType : `${node.domain}.${node.opType}`
  // `rest` tells a fallback of `undefined` from no fallback
  const read =
    <Found>(pick: (attribute: AttributeProto) => Found): Getter<Found> =>
    <Fallback>(attribute: string, ...rest: readonly Fallback[]): Found | Fallback => {
      const found = byName.get(attribute)
      if (found !== undefined) return pick(found)
      if (rest.length > 0) return rest[0]!
      throw new OperatorError(`the attribute '${attribute}' is missing`, { node: name, operator })
    }
  return {
    operator: node.opType,
    domain: node.domain === 'ai.onnx' ? '' : node.domain,
    name,
    opset,
    outputCount: node.output.length,
    hasOutput: (index) => (node.output[index] ?? '') !== '',
    has: (attribute) => byName.has(attribute),
    int: read((attribute) => Number(attribute.i)),
    float: read((attribute) => attribute.f),
    string: read((attribute) => decoder.decode(attribute.s)),
    ints: read((attribute) => attribute.ints.map(Number)),
    floats: read((attribute) => attribute.floats),
    strings: read((attribute) => attribute.strings.map((text) => decoder.decode(text))),
    tensor: (attribute) => {
      const found = byName.get(attribute)?.t
      return found === undefined ? undefined : decodeValues(found)
    },
  }
}
