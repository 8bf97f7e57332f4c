import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate, type Activation } from './activation.ts'
import { batchNorm } from './batch-norm.ts'
import { convolution, type ConvolutionOptions } from './convolution.ts'

export interface ConvolutionUnitOptions extends Omit<ConvolutionOptions, 'name' | 'kernel'> {
  /** Scope of the unit. */
  readonly name: string
  /** Along both axes. */
  readonly kernel: number
  /** @default 'relu'; null leaves it out */
  readonly activation?: Activation | null
  /** @default 1e-5 */
  readonly epsilon?: number
  /** Module names. @default ResNet's `convolution` and `normalization` */
  readonly names?: { readonly convolution: string; readonly norm: string }
}

/** Convolution without bias unless asked for, batch norm, activation (Ioffe & Szegedy 2015, arXiv:1502.03167, §3.2); pads to keep the size at stride 1 unless told. */
export function convolutionUnit(context: GraphContext, x: Value, options: ConvolutionUnitOptions): Value {
  const { name, kernel, activation = 'relu', epsilon = 1e-5, names, bias = false, padding, ...rest } = options
  const { convolution: convolutionName, norm } = names ?? { convolution: 'convolution', norm: 'normalization' }
  const run = (): Value => {
    const sides = {
      name: convolutionName,
      kernel: [kernel, kernel],
      padding: padding ?? Math.floor((kernel - 1) / 2) * (rest.dilation ?? 1),
      bias,
    }
    const convolved = convolution(context, x, { ...rest, ...sides })
    const normal = batchNorm(context, convolved, { name: norm, size: rest.outputChannels, epsilon })
    return activation === null ? normal : activate(context, normal, activation)
  }
  return name === '' ? run() : context.graph.scope(name, run)
}
