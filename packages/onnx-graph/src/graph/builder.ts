import { create } from '@bufbuild/protobuf'
import {
  GraphProtoSchema,
  type ModelProto,
  ModelProtoSchema,
  NodeProtoSchema,
  type NodeProto,
  OperatorSetIdProtoSchema,
  type TensorProto,
  type ValueInfoProto,
} from 'onnx-buf'
import { encodeTensor } from '../tensor/codec.ts'
import type { DataType, Tensor } from '../tensor/tensor.ts'
import { attribute, type AttributeValue } from './attributes.ts'
import { type Dimension, tensorValueInfo } from './value-info.ts'

/** Name of a value in the graph; the empty string leaves an optional input out. */
export type Value = string

export interface GraphBuilderOptions {
  readonly name: string
  /** Version of the default operator set. @default 21 */
  readonly opset?: number
  /** Version of the file format. @default 10, what ONNX pairs with opset 21 (onnx/docs/Versioning.md) */
  readonly irVersion?: number
  /** @default 'vitest-hardware' */
  readonly producer?: string
}

export interface NodeOptions {
  /** Number of outputs, or their names. @default 1 */
  readonly outputs?: number | readonly string[]
  /** Operator set domain. @default '' (ONNX's own) */
  readonly domain?: string
}

/**
 * Builds an ONNX graph node by node, in execution order.
 * Names come from the current scope and the operator: `/encoder/layer.0/MatMul_1`.
 */
export class GraphBuilder {
  readonly #options: Required<GraphBuilderOptions>
  readonly #nodes: NodeProto[] = []
  readonly #inputs: ValueInfoProto[] = []
  readonly #outputs: ValueInfoProto[] = []
  readonly #initializers = new Map<string, TensorProto>()
  readonly #domains = new Map<string, number>()
  readonly #usedNames = new Map<string, number>()
  #scope: readonly string[] = []

  constructor(options: GraphBuilderOptions) {
    this.#options = { opset: 21, irVersion: 10, producer: 'vitest-hardware', ...options }
  }

  /** Runs `body` with `name` appended to the scope of the names that it makes. */
  scope<Result>(name: string, body: () => Result): Result {
    const outer = this.#scope
    this.#scope = [...outer, name]
    try {
      return body()
    } finally {
      this.#scope = outer
    }
  }

  /** The scope as a weight's prefix: `encoder.layer.0`. */
  get path(): string {
    return this.#scope.join('.')
  }

  input(name: string, type: DataType, dims: readonly Dimension[]): Value {
    this.#inputs.push(tensorValueInfo(name, type, dims))
    return name
  }

  /** Declares `value` as the output `name`; adds an Identity where the names differ. */
  output(name: string, value: Value, type: DataType, dims: readonly Dimension[]): void {
    if (name !== value) this.#add('Identity', [value], {}, [name], '')
    this.#outputs.push(tensorValueInfo(name, type, dims))
  }

  /** An initializer named in the current scope: `encoder.layer.0.<name>`. */
  weight(name: string, tensor: Tensor): Value {
    const full = this.#unique([...this.#scope, name].join('.'))
    this.#initializers.set(full, encodeTensor(tensor, full))
    return full
  }

  /** A small constant; equal constants share one initializer. */
  constant(type: 'float32' | 'int64' | 'bool' | 'int32', values: number | readonly number[]): Value {
    const list = typeof values === 'number' ? [values] : values
    const dims = typeof values === 'number' ? [] : [list.length]
    const name = `constant_${type}_${typeof values === 'number' ? 'scalar' : list.length}_${list.join('_')}`
    if (!this.#initializers.has(name)) {
      const data =
        type === 'int64'
          ? BigInt64Array.from(list, BigInt)
          : type === 'int32'
            ? Int32Array.from(list)
            : type === 'bool'
              ? Uint8Array.from(list)
              : Float32Array.from(list)
      this.#initializers.set(name, encodeTensor({ type, dims, data }, name))
    }
    return name
  }

  /** Adds a node with one output and returns it. */
  node(
    operator: string,
    inputs: readonly Value[],
    attributes: Readonly<Record<string, AttributeValue>> = {},
    options: NodeOptions = {},
  ): Value {
    return this.nodes(operator, inputs, attributes, options)[0]!
  }

  /** Adds a node and returns all its outputs. */
  nodes(
    operator: string,
    inputs: readonly Value[],
    attributes: Readonly<Record<string, AttributeValue>> = {},
    options: NodeOptions = {},
  ): Value[] {
    const base = this.#unique(`/${[...this.#scope, operator].join('/')}`)
    const { outputs = 1, domain = '' } = options
    const names = typeof outputs === 'number' ? Array.from({ length: outputs }, (_, index) => `${base}_output_${index}`) : [...outputs]
    this.#add(operator, inputs, attributes, names, domain, base)
    return names
  }

  /** Declares an operator set besides ONNX's own, e.g. `com.microsoft`. */
  useDomain(domain: string, version: number): void {
    this.#domains.set(domain, version)
  }

  build(): ModelProto {
    const { name, opset, irVersion, producer } = this.#options
    const opsets: [string, number][] = [['', opset], ...this.#domains]
    return create(ModelProtoSchema, {
      irVersion: BigInt(irVersion),
      producerName: producer,
      opsetImport: opsets.map(([domain, version]) => create(OperatorSetIdProtoSchema, { domain, version: BigInt(version) })),
      graph: create(GraphProtoSchema, {
        name,
        node: this.#nodes,
        input: this.#inputs,
        output: this.#outputs,
        initializer: [...this.#initializers.values()],
      }),
    })
  }

  #add(
    operator: string,
    inputs: readonly Value[],
    attributes: Readonly<Record<string, AttributeValue>>,
    outputs: string[],
    domain: string,
    name?: string,
  ): void {
    this.#nodes.push(
      create(NodeProtoSchema, {
        opType: operator,
        domain,
        name: name ?? this.#unique(`/${[...this.#scope, operator].join('/')}`),
        input: [...inputs],
        output: outputs,
        attribute: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
      }),
    )
  }

  #unique(name: string): string {
    const seen = this.#usedNames.get(name) ?? 0
    this.#usedNames.set(name, seen + 1)
    return seen === 0 ? name : `${name}_${seen}`
  }
}
