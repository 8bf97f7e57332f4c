import { create } from '@bufbuild/protobuf'
import { encodeModel, tensorValueInfo } from '@vitest-hardware/onnx-graph'
import { GraphProtoSchema, type ModelProto, ModelProtoSchema, OperatorSetIdProtoSchema, ValueInfoProtoSchema } from 'onnx-buf'
import type { Backend, Session } from '../backend.ts'
import type { Fallback } from './evaluate.ts'
import type { AnyValue, Values } from './operator.ts'
import { UnsupportedOperatorError } from './operator-error.ts'
import type { PreparedNode } from './prepare.ts'
import { fromTensor, toTensor } from './values.ts'

export interface FallbackRunner extends AsyncDisposable {
  readonly run: Fallback
}

/**
 * Runs single nodes on another backend, without graph optimizations and in the model's own element types.
 * Sessions are kept, one for each node and combination of element types and shapes.
 */
export function fallbackRunner(model: ModelProto, backend: Backend): FallbackRunner {
  const sessions = new Map<PreparedNode, Map<string, Promise<Session>>>()

  const sessionFor = (node: PreparedNode, feeds: ReadonlyMap<string, Values>): Promise<Session> => {
    const bySignature = sessions.get(node) ?? new Map<string, Promise<Session>>()
    sessions.set(node, bySignature)
    const signature = [...feeds].map(([name, { type, dims }]) => `${name}:${type}[${dims.join()}]`).join(';')
    const open =
      bySignature.get(signature) ?? backend.open({ bytes: oneNodeModel(model, node, feeds) }, { graphOptimizationLevel: 'disabled' })
    bySignature.set(signature, open)
    return open
  }

  return {
    run: async (node, inputs, captured) => {
      const named = node.proto.input.flatMap((name, index) => (inputs[index] === undefined ? [] : [[name, inputs[index]] as const]))
      const feeds = new Map([...named, ...captured].map(([name, value]) => [name, tensorFor(node, name, value, backend)]))
      const session = await sessionFor(node, feeds)
      const outputs = await session.run(Object.fromEntries([...feeds].map(([name, value]) => [name, toTensor(value)])))
      return node.proto.output.map((name) => (outputs[name] === undefined ? undefined : fromTensor(outputs[name])))
    },
    async [Symbol.asyncDispose]() {
      const opened = [...sessions.values()].flatMap((bySignature) => [...bySignature.values()])
      sessions.clear()
      for (const result of await Promise.allSettled(opened)) {
        // one that failed to open has nothing to release
        if (result.status === 'fulfilled') await result.value[Symbol.asyncDispose]()
      }
    },
  }
}

function tensorFor(node: PreparedNode, input: string, value: AnyValue, backend: Backend): Values {
  if (value.kind === 'tensor' && backend.capabilities.dtypes.has(value.type)) return value
  const what = value.kind === 'tensor' ? value.type : `a ${value.kind}`
  throw new UnsupportedOperatorError(`${what} of '${input}' cannot be handed to ${backend.name}, which computes this node for reference`, {
    node: node.facts.name,
    operator: node.facts.operator,
  })
}

function oneNodeModel(model: ModelProto, node: PreparedNode, feeds: ReadonlyMap<string, Values>): Uint8Array {
  return encodeModel(
    create(ModelProtoSchema, {
      irVersion: model.irVersion,
      producerName: model.producerName,
      opsetImport: opsetImport(model, node),
      graph: create(GraphProtoSchema, {
        name: node.facts.name,
        node: [node.proto],
        input: [...feeds].map(([name, { type, dims }]) => tensorValueInfo(name, type, dims)),
        // without a type: the runtime infers it
        output: node.proto.output.filter((name) => name !== '').map((name) => create(ValueInfoProtoSchema, { name })),
      }),
    }),
  )
}

/** The model's operator sets, but the node's own as the function imports it in which the node stands. */
function opsetImport(model: ModelProto, { facts: { domain, opset } }: PreparedNode): ModelProto['opsetImport'] {
  const others = model.opsetImport.filter((each) => (each.domain === 'ai.onnx' ? '' : each.domain) !== domain)
  return [...others, create(OperatorSetIdProtoSchema, { domain, version: BigInt(opset) })]
}
