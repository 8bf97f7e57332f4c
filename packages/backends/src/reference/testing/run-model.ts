import { type Tensor, toNumbers } from '@vitest-hardware/onnx-graph'
import type { ModelProto } from 'onnx-buf'
import { evaluateModel } from '../evaluate.ts'
import { prepareModel } from '../prepare.ts'
import { fromTensor, toTensor } from '../values.ts'

/** The outputs of a whole model as plain numbers, each rounded to its type; one that is no tensor has none. */
export async function runModel(model: ModelProto, feeds: Readonly<Record<string, Tensor>>): Promise<number[][]> {
  const inputs = new Map(Object.entries(feeds).map(([name, tensor]) => [name, fromTensor(tensor)]))
  const outputs = await evaluateModel(prepareModel(model), inputs, () => Promise.reject(new Error('no fallback here')))
  return outputs.map((value) => (value.kind === 'tensor' ? [...toNumbers(toTensor(value))] : []))
}

export function floats(dims: readonly number[], ...numbers: readonly number[]): Tensor {
  return { type: 'float32', dims, data: Float32Array.from(numbers) }
}
