import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate, type Activation } from './activation.ts'
import { convolution } from './convolution.ts'

export interface SqueezeExciteOptions {
  readonly channels: number
  readonly reduced: number
  readonly names: { readonly reduce: string; readonly expand: string }
  /** @default 'relu' */
  readonly activation?: Activation
  /** @default 'Sigmoid' */
  readonly gate?: 'Sigmoid' | 'HardSigmoid'
}

/** Each channel times a gate that follows from all channels' means (Hu et al. 2018, arXiv:1709.01507, §3); an image keeps its shape. */
export function squeezeExcite(
  context: GraphContext,
  x: Value,
  { channels, reduced, names, activation = 'relu', gate = 'Sigmoid' }: SqueezeExciteOptions,
): Value {
  const { graph } = context
  const squeezed = graph.node('GlobalAveragePool', [x])
  const project = (input: Value, name: string, inputChannels: number, outputChannels: number): Value =>
    convolution(context, input, { name, inputChannels, outputChannels, kernel: [1, 1] })
  const inner = activate(context, project(squeezed, names.reduce, channels, reduced), activation)
  const opened = graph.node(
    gate,
    [project(inner, names.expand, reduced, channels)],
    gate === 'HardSigmoid' ? { alpha: { float: 1 / 6 } } : {},
  )
  return graph.node('Mul', [x, opened])
}
