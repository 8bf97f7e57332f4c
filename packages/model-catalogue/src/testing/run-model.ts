import { encodeModel, type Tensor, type Tensors, toNumbers, type Value } from '@vitest-hardware/onnx-graph'
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node'
import { type BuiltGraph, buildGraphs } from '../graphs/build-graphs.ts'
import { createGraphContext, type GraphContext } from '../graph-context.ts'
import type { ModelType } from '../model-type.ts'

/** A loaded model whose outputs are our tensors. */
export interface Runner {
  run(feeds: Tensors): Promise<Tensors>
}

/** Opens a model on the CPU, as the golden outputs are recorded. */
export async function openModel(bytes: Uint8Array): Promise<Runner> {
  const session = await InferenceSession.create(bytes, {
    executionProviders: ['cpu'],
    graphOptimizationLevel: 'disabled',
    // more would wait for work in a loop beside whatever else is tested
    intraOpNumThreads: 1,
  })
  return {
    async run(feeds) {
      const outputs = await session.run(Object.fromEntries(Object.entries(feeds).map(([name, tensor]) => [name, toOrt(tensor)])))
      return Object.fromEntries(session.outputNames.map((name) => [name, fromOrt(outputs[name]!)]))
    },
  }
}

const built = new Map<string, readonly BuiltGraph[]>()
const opened = new Map<string, Promise<Runner>>()

/** A type's graphs, built once in a process. */
export function graphsOf(type: ModelType, seed = 0): readonly BuiltGraph[] {
  const key = `${type.type}/${seed}`
  const graphs = built.get(key) ?? buildGraphs(type, seed)
  built.set(key, graphs)
  return graphs
}

/** Opens one of a type's graphs, the first unless named; once in a process. */
export function openType(
  type: ModelType,
  { seed = 0, graph = type.graphs[0].name }: { readonly seed?: number; readonly graph?: string } = {},
): Promise<Runner> {
  const found = graphsOf(type, seed).find(({ name }) => name === graph)
  if (found === undefined) throw new RangeError(`${type.type} has no graph ${graph}`)
  const key = `${type.type}/${seed}/${graph}`
  const runner = opened.get(key) ?? openModel(found.bytes)
  opened.set(key, runner)
  return runner
}

/** Runs a few nodes on inputs of any type and gives their one float32 output of the given rank. */
export async function runBlock(
  inputs: Tensors,
  rank: number,
  build: (context: GraphContext, values: Readonly<Record<string, Value>>) => Value,
): Promise<Tensor> {
  const context = createGraphContext({ name: 'block', config: { model_type: 'block', architectures: [] }, seed: 0 })
  const values = Object.fromEntries(Object.entries(inputs).map(([name, { type, dims }]) => [name, context.graph.input(name, type, dims)]))
  context.graph.output(
    'output',
    build(context, values),
    'float32',
    Array.from({ length: rank }, (_, axis) => `axis_${axis}`),
  )
  const runner = await openModel(encodeModel(context.graph.build()))
  return (await runner.run(inputs))['output']!
}

export function floats(dims: readonly number[], values: Iterable<number>): Tensor {
  return { type: 'float32', dims, data: Float32Array.from(values) }
}

export function ids(dims: readonly number[], values: Iterable<number>): Tensor {
  return { type: 'int64', dims, data: BigInt64Array.from(values, BigInt) }
}

/** The rows of axis 1 of one batch item, as numbers: `[batch, length, size] → size numbers for each step`. */
export function steps(tensor: Tensor, item: number): number[][] {
  const [, length, size] = tensor.dims as [number, number, number]
  const numbers = toNumbers(tensor)
  return Array.from({ length }, (_, step) => [...numbers.subarray((item * length + step) * size, (item * length + step + 1) * size)])
}

/** Largest difference of two lists relative to the largest magnitude in the second. */
export function relativeDifference(actual: readonly number[], expected: readonly number[]): number {
  const top = Math.max(...expected.map(Math.abs), 1e-30)
  return Math.max(...expected.map((value, index) => Math.abs((actual[index] ?? Number.NaN) - value))) / top
}

function toOrt({ type, data, dims }: Tensor): OrtTensor {
  return new OrtTensor(type as 'float32', data as Float32Array, dims)
}

function fromOrt({ type, data, dims }: OrtTensor): Tensor {
  return { type, data, dims }
}
