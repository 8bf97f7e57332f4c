import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../blocks/activation.ts'
import { batchNorm } from '../blocks/batch-norm.ts'
import { convolution } from '../blocks/convolution.ts'
import { linear } from '../blocks/linear.ts'
import { flattenGrid } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'
import { tokensToGrid } from '../heads/vision.ts'

export interface SwiftFormerSpec {
  readonly image: number
  readonly sizes: readonly number[]
  readonly depths: readonly number[]
  readonly mlpRatio: number
  readonly epsilon: number
}

const point = (context: GraphContext, x: Value, name: string, from: number, to: number): Value =>
  convolution(context, x, { name, inputChannels: from, outputChannels: to, kernel: [1, 1] })

function addScaled(context: GraphContext, x: Value, part: Value, name: string, size: number, mean = 0.5): Value {
  const { graph } = context
  return graph.node('Add', [x, graph.node('Mul', [context.weight(name, [size, 1, 1], { mean, std: mean / 10 }), part])])
}

/** Depthwise 3 × 3, norm, two 1 × 1 convolutions, residual: all of a block but the last, and the local part of that. */
function convolutionEncoder(context: GraphContext, x: Value, size: number, innerSize: number, epsilon: number): Value {
  const near = convolution(context, x, {
    name: 'depth_wise_conv',
    inputChannels: size,
    outputChannels: size,
    groups: size,
    kernel: [3, 3],
    padding: 1,
  })
  const normal = batchNorm(context, near, { name: 'norm', size, epsilon })
  const inner = activate(context, point(context, normal, 'point_wise_conv1', size, innerSize), 'gelu')
  return addScaled(context, x, point(context, inner, 'point_wise_conv2', innerSize, size), 'layer_scale', size)
}

/**
 * Keys times one global query, which is a weighted sum of all (Shaker et al. 2023, arXiv:2303.15446, eq. 3 and 4).
 * Upstream's softmax runs over the axis of length one, so that all weights are 1 and `w_g` has no effect; so it does here.
 */
function additiveAttention(context: GraphContext, x: Value, size: number): Value {
  const { graph } = context
  const unit = (name: string): Value => {
    const projected = linear(context, x, { name, inputSize: size, outputSize: size })
    const norm = graph.node('ReduceL2', [projected, graph.constant('int64', [-1])], { keepdims: 1 })
    return graph.node('Div', [projected, graph.node('Max', [norm, graph.constant('float32', 1e-12)])])
  }
  const [query, key] = [unit('to_query'), unit('to_key')]
  const scores = graph.node('MatMul', [query, context.weight('w_g', [size, 1])])
  const weights = graph.node('Softmax', [graph.node('Mul', [scores, graph.constant('float32', 1 / Math.sqrt(size))])], { axis: -1 })
  const all = graph.node('ReduceSum', [graph.node('Mul', [weights, query]), graph.constant('int64', [1])], { keepdims: 1 })
  const mixed = linear(context, graph.node('Mul', [all, key]), { name: 'proj', inputSize: size, outputSize: size })
  return linear(context, graph.node('Add', [mixed, query]), { name: 'final', inputSize: size, outputSize: size })
}

function encoderBlock(context: GraphContext, x: Value, side: number, size: number, { mlpRatio, epsilon }: SwiftFormerSpec): Value {
  const { graph } = context
  const local = graph.scope('local_representation', () => convolutionEncoder(context, x, size, size, epsilon))
  const attended = graph.scope('attn', () => additiveAttention(context, flattenGrid(context, local, size), size))
  // the global query is a sum over all tokens
  const middle = addScaled(context, local, tokensToGrid(context, attended, side, size), 'layer_scale_1', size, 4 / (side * side))
  const fed = graph.scope('linear', () => {
    const normal = batchNorm(context, middle, { name: 'norm1', size, epsilon })
    return point(context, activate(context, point(context, normal, 'fc1', size, mlpRatio * size), 'gelu'), 'fc2', mlpRatio * size, size)
  })
  return addScaled(context, middle, fed, 'layer_scale_2', size)
}

/** Stem and stages; the last block of each has attention: pixels to `[batch, size, image / 32, image / 32]`. */
export function swiftFormer(context: GraphContext, pixels: Value, spec: SwiftFormerSpec): Value {
  const { graph } = context
  const { sizes, depths, epsilon, mlpRatio } = spec
  const stride = (x: Value, names: readonly [string, string], from: number, to: number): Value => {
    const cut = convolution(context, x, { name: names[0], inputChannels: from, outputChannels: to, kernel: [3, 3], stride: 2, padding: 1 })
    return batchNorm(context, cut, { name: names[1], size: to, epsilon })
  }
  const first = sizes[0]!
  let x = graph.scope('patch_embed.patch_embedding', () => {
    const half = graph.node('Relu', [stride(pixels, ['0', '1'], 3, first / 2)])
    return graph.node('Relu', [stride(half, ['3', '4'], first / 2, first)])
  })
  let side = spec.image / 4
  sizes.forEach((size, stage) => {
    if (stage > 0) {
      x = graph.scope(`encoder.network.${2 * stage - 1}`, () => stride(x, ['proj', 'norm'], sizes[stage - 1]!, size))
      side /= 2
    }
    for (let block = 0; block < depths[stage]!; block++) {
      const isLast = block === depths[stage]! - 1
      x = graph.scope(`encoder.network.${2 * stage}.blocks.${block}`, () =>
        isLast ? encoderBlock(context, x, side, size, spec) : convolutionEncoder(context, x, size, mlpRatio * size, epsilon),
      )
    }
  })
  return x
}
