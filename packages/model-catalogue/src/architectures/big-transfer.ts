import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { groupNorm } from '../blocks/norm.ts'
import type { GraphContext } from '../graph-context.ts'
import type { FeatureMap } from '../heads/vision.ts'
import { divisibleChannels } from './mobilenet.ts'

/** A residual network with group norms and standardised weights (Kolesnikov et al. 2020, arXiv:1912.11370). */
export interface BigTransferSpec {
  /** @default 3 */
  readonly channels?: number
  readonly stemSize: number
  readonly sizes: readonly number[]
  readonly depths: readonly number[]
  /** Norm and activation before each convolution (arXiv:1603.05027) or behind it. */
  readonly layer: 'preactivation' | 'bottleneck'
  readonly groups: number
  readonly activation: Activation
  /** Whether images are padded as TensorFlow's `SAME` does; else alike on both sides. */
  readonly same: boolean
}

interface Sizes {
  readonly from: number
  readonly to: number
  readonly kernel: number
  /** @default 1 */
  readonly stride?: number
}

/** A convolution whose kernels have zero mean and unit variance for each output channel (Qiao et al. 2019, arXiv:1903.10520, eq. 4). */
function standardisedConvolution(
  context: GraphContext,
  x: Value,
  spec: BigTransferSpec,
  name: string,
  { from, to, kernel, stride = 1 }: Sizes,
): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const weight = context.weight('weight', [to, from, kernel, kernel])
    const axes = graph.constant('int64', [1, 2, 3])
    const centred = graph.node('Sub', [weight, graph.node('ReduceMean', [weight, axes], { keepdims: 1 })])
    const variance = graph.node('ReduceMean', [graph.node('Mul', [centred, centred]), axes], { keepdims: 1 })
    const deviation = graph.node('Sqrt', [graph.node('Add', [variance, graph.constant('float32', 1e-8)])])
    // of unit variance, a kernel multiplies what it reads by the root of its size: the norms that follow take that back
    const standard = graph.node('Div', [centred, deviation])
    const half = Math.floor((stride - 1 + kernel - 1) / 2)
    return graph.node('Conv', [x, standard], {
      kernel_shape: [kernel, kernel],
      strides: [stride, stride],
      ...(spec.same ? { auto_pad: 'SAME_UPPER' } : { pads: [half, half, half, half] }),
    })
  })
}

function norm(
  context: GraphContext,
  x: Value,
  { groups, activation }: BigTransferSpec,
  name: string,
  size: number,
  activated = true,
): Value {
  const normal = groupNorm(context, x, { name, size, epsilon: 1e-5, groups })
  return activated ? activate(context, normal, activation) : normal
}

function layer(context: GraphContext, x: Value, spec: BigTransferSpec, from: number, to: number, stride: number, isFirst: boolean): Value {
  const { graph } = context
  const middle = divisibleChannels(to, 0.25)
  const convolve = (input: Value, name: string, sizes: Sizes): Value => standardisedConvolution(context, input, spec, name, sizes)
  const [narrow, spatial, wide] = [
    { from, to: middle, kernel: 1 },
    { from: middle, to: middle, kernel: 3, stride },
    { from: middle, to, kernel: 1 },
  ] as const
  const project = { from, to, kernel: 1, stride }
  if (spec.layer === 'preactivation') {
    const before = norm(context, x, spec, 'norm1', from)
    const shortcut = isFirst ? convolve(before, 'downsample.conv', project) : x
    const first = norm(context, convolve(before, 'conv1', narrow), spec, 'norm2', middle)
    const second = norm(context, convolve(first, 'conv2', spatial), spec, 'norm3', middle)
    return graph.node('Add', [convolve(second, 'conv3', wide), shortcut])
  }
  const shortcut = isFirst ? norm(context, convolve(x, 'downsample.conv', project), spec, 'downsample.norm', to, false) : x
  const first = norm(context, convolve(x, 'conv1', narrow), spec, 'norm1', middle)
  const second = norm(context, convolve(first, 'conv2', spatial), spec, 'norm2', middle)
  const third = norm(context, convolve(second, 'conv3', wide), spec, 'norm3', to, false)
  return activate(context, graph.node('Add', [third, shortcut]), spec.activation)
}

/** All stages' outputs, the finest first; the last norm of the kind with early activation excluded. */
export function bigTransferStages(context: GraphContext, pixels: Value, spec: BigTransferSpec): FeatureMap[] {
  const { graph } = context
  const { channels = 3, stemSize, sizes, depths } = spec
  let x = graph.scope('embedder', () => {
    const started = standardisedConvolution(context, pixels, spec, 'convolution', { from: channels, to: stemSize, kernel: 7, stride: 2 })
    const padded = spec.same
      ? started
      : graph.node('Pad', [started, graph.constant('int64', [0, 0, 1, 1, 0, 0, 1, 1])], { mode: 'constant' })
    const normal = spec.layer === 'bottleneck' ? norm(context, padded, spec, 'norm', stemSize) : padded
    return graph.node('MaxPool', [normal], { kernel_shape: [3, 3], strides: [2, 2], ...(spec.same ? { auto_pad: 'SAME_UPPER' } : {}) })
  })
  let from = stemSize
  return sizes.map((to, stage) => {
    for (let index = 0; index < depths[stage]!; index++) {
      const stride = index === 0 && stage > 0 ? 2 : 1
      x = graph.scope(`encoder.stages.${stage}.layers.${index}`, () => layer(context, x, spec, from, to, stride, index === 0))
      from = to
    }
    return { value: x, channels: to, stride: 4 * 2 ** stage }
  })
}

/** The last stage, normed where norms come before convolutions. */
export function bigTransfer(context: GraphContext, pixels: Value, spec: BigTransferSpec): Value {
  const last = bigTransferStages(context, pixels, spec).at(-1)!
  return spec.layer === 'preactivation' ? norm(context, last.value, spec, 'norm', last.channels) : last.value
}
