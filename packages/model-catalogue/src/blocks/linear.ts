import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface LinearOptions {
  /** Upstream's module name: the weights are `<scope>.<name>.weight` and `.bias`. */
  readonly name: string
  readonly inputSize: number
  readonly outputSize: number
  /** @default true */
  readonly bias?: boolean
}

/**
 * A fully connected layer over the last axis: `[…, inputSize] → […, outputSize]`.
 * The weight is stored `[inputSize, outputSize]`, transposed against PyTorch's state dict, as exporters leave it after constant folding.
 */
export function linear(context: GraphContext, x: Value, { name, inputSize, outputSize, bias = true }: LinearOptions): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const product = graph.node('MatMul', [x, context.weight('weight', [inputSize, outputSize])])
    return bias ? graph.node('Add', [product, context.weight('bias', [outputSize])]) : product
  })
}
