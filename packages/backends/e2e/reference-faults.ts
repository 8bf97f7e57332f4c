import { decodeTensor, encodeModel, encodeTensor, graphOf, parseModel } from '@vitest-hardware/onnx-graph'
import type { AttributeProto, GraphProto, NodeProto } from 'onnx-buf'

/** A mistake that keeps a model loadable and its shapes as they are. */
export interface Fault {
  readonly name: string
  /** Type in the catalogue. */
  readonly model: string
  plant(graph: GraphProto): void
}

/** One fault of each kind that converters and kernels are known for. */
export const faults: readonly Fault[] = [
  {
    name: 'two axes of equal size swapped in a Transpose',
    model: 'dit',
    plant: (graph) => {
      // the rows and columns of each patch change places
      const perm = attributeOf(
        findNode(graph, 'Transpose', (node) => intsOf(node, 'perm').join() === '0,5,1,3,2,4'),
        'perm',
      )
      perm.ints = [0n, 5n, 1n, 4n, 2n, 3n]
    },
  },
  {
    name: 'a convolution padded one off',
    model: 'resnet',
    plant: (graph) => {
      const pads = attributeOf(
        findNode(graph, 'Conv', (node) => intsOf(node, 'pads').join() === '1,1,1,1'),
        'pads',
      )
      pads.ints = [0n, 0n, 2n, 2n]
    },
  },
  {
    name: 'a wrong epsilon in one LayerNormalization',
    model: 'bert',
    plant: (graph) => {
      attributeOf(
        findNode(graph, 'LayerNormalization', () => true),
        'epsilon',
      ).f = 1e-2
    },
  },
  {
    name: 'an index one off in a Gather',
    model: 'vit',
    plant: (graph) => {
      // the classifier reads the first patch instead of the class token
      const constants = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]))
      const isFirst = (name: string): boolean => constants.has(name) && decodeTensor(constants.get(name)!).data[0] === 0n
      const node = findNode(
        graph,
        'Gather',
        (each) => each.attribute.some(({ name, i }) => name === 'axis' && i === 1n) && isFirst(each.input[1]!),
      )
      graph.initializer.push(encodeTensor({ type: 'int64', dims: [], data: BigInt64Array.of(1n) }, 'shifted_index'))
      node.input[1] = 'shifted_index'
    },
  },
]

/** The model with the fault in it. */
export function withFault(bytes: Uint8Array, fault: Fault): Uint8Array {
  const model = parseModel(bytes, fault.name)
  fault.plant(graphOf(model))
  return encodeModel(model)
}

function findNode(graph: GraphProto, operator: string, fits: (node: NodeProto) => boolean): NodeProto {
  const found = graph.node.find((node) => node.opType === operator && fits(node))
  if (found === undefined) throw new TypeError(`the model has no ${operator} for the fault`)
  return found
}

function attributeOf(node: NodeProto, name: string): AttributeProto {
  const found = node.attribute.find((attribute) => attribute.name === name)
  if (found === undefined) throw new TypeError(`${node.name} has no ${name}`)
  return found
}

function intsOf(node: NodeProto, name: string): readonly number[] {
  return node.attribute.find((attribute) => attribute.name === name)?.ints.map(Number) ?? []
}
