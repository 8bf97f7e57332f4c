import { create, toBinary } from '@bufbuild/protobuf'
import { getBackend } from '@vitest-hardware/backends'
import { type AttributeValue, elementCount, GraphBuilder, type Tensor, toNumbers } from '@vitest-hardware/onnx-graph'
import { ModelProtoSchema, ValueInfoProtoSchema } from 'onnx-buf'
import { expect } from 'vitest'

/** One node with random inputs. */
export interface NodeCase {
  readonly operator: string
  /** @default '' (ONNX's own) */
  readonly domain?: string
  readonly opset: number
  /** null leaves an optional input out. */
  readonly inputs: readonly (Tensor | null)[]
  readonly attributes?: Readonly<Record<string, AttributeValue>>
  /** @default 1 */
  readonly outputs?: number
  /** Largest difference, in parts of an output's largest element. @default 2e-5 */
  readonly tolerance?: number
}

/** Model file of one node; its outputs are untyped, so that the runtime infers them. */
function modelOf({ operator, domain = '', opset, inputs, attributes = {}, outputs = 1 }: NodeCase): Uint8Array {
  const builder = new GraphBuilder({ name: operator, opset, irVersion: 10 })
  if (domain !== '') builder.useDomain(domain, 1)
  const names = inputs.map((tensor, index) => (tensor === null ? '' : builder.input(`input_${index}`, tensor.type, tensor.dims)))
  const results = builder.nodes(operator, names, attributes, { outputs, domain })
  const model = builder.build()
  model.graph!.output.push(...results.map((name) => create(ValueInfoProtoSchema, { name })))
  return toBinary(ModelProtoSchema, model)
}

/** Runs a node on `reference` and on `cpu` and holds the results against each other. */
export async function expectAgreement(node: NodeCase): Promise<void> {
  const model = { bytes: modelOf(node) }
  const feeds = Object.fromEntries(node.inputs.flatMap((tensor, index) => (tensor === null ? [] : [[`input_${index}`, tensor] as const])))
  await using reference = await getBackend('reference').open(model)
  expect(reference.fallbackNodes ?? []).toEqual([])
  await using cpu = await getBackend('cpu').open(model, { graphOptimizationLevel: 'disabled' })
  const ours = await reference.run(feeds)
  const theirs = await cpu.run(feeds)
  for (const name of Object.keys(theirs)) expectNear(name, ours[name]!, theirs[name]!, node.tolerance ?? 2e-5)
}

function expectNear(name: string, ours: Tensor, theirs: Tensor, tolerance: number): void {
  expect({ type: ours.type, dims: ours.dims }, name).toEqual({ type: theirs.type, dims: theirs.dims })
  const [a, b] = [toNumbers(ours), toNumbers(theirs)]
  const largest = b.reduce((best, value) => (Number.isFinite(value) ? Math.max(best, Math.abs(value)) : best), 1e-3)
  const limit = ours.type.startsWith('float') ? tolerance * largest : 0
  for (let index = 0; index < elementCount(ours.dims); index += 1) {
    if (Object.is(a[index], b[index]) || a[index] === b[index]) continue
    if (!(Math.abs(a[index]! - b[index]!) <= limit)) {
      expect.fail(`${name}[${index}]: reference ${a[index]}, cpu ${b[index]}, limit ${limit}; shape [${ours.dims.join(', ')}]`)
    }
  }
}
