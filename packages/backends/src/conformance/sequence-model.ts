import { create } from '@bufbuild/protobuf'
import { encodeModel, GraphBuilder } from '@vitest-hardware/onnx-graph'
import { TensorProto_DataType, TypeProto_SequenceSchema, TypeProto_TensorSchema, TypeProtoSchema } from 'onnx-buf'

/** `y = [x]`: a sequence of tensors as output. */
export function sequenceOutput(): { readonly bytes: Uint8Array } {
  const graph = new GraphBuilder({ name: 'sequence' })
  const x = graph.input('x', 'float32', [1])
  graph.nodes('SequenceConstruct', [x], {}, { outputs: ['y'] })
  graph.output('y', 'y', 'float32', [])
  const proto = graph.build()
  const elemType = create(TypeProtoSchema, {
    value: { case: 'tensorType', value: create(TypeProto_TensorSchema, { elemType: TensorProto_DataType.FLOAT }) },
  })
  proto.graph!.output[0]!.type = create(TypeProtoSchema, {
    value: { case: 'sequenceType', value: create(TypeProto_SequenceSchema, { elemType }) },
  })
  return { bytes: encodeModel(proto) }
}
