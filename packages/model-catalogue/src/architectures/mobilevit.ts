import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { attention } from '../blocks/attention.ts'
import { convolution } from '../blocks/convolution.ts'
import { convolutionUnit, type ConvolutionUnitOptions } from '../blocks/convolution-unit.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { groupNorm, layerNorm } from '../blocks/norm.ts'
import type { GraphContext } from '../graph-context.ts'
import type { FeatureMap } from '../heads/vision.ts'
import { divisibleChannels } from './mobilenet.ts'

export interface MobileVitSpec {
  readonly image: number
  /** @default 3 */
  readonly channels?: number
  /** Cells along a patch's side: cells of the same place in all patches attend to each other. */
  readonly patch: number
  /** Channels of the stem and of the five stages. */
  readonly sizes: readonly [number, number, number, number, number, number]
  /** Inverted residuals of the second stage. */
  readonly secondStage: number
  /** Size and depth of the transformers in the last three stages. */
  readonly transformers: readonly [size: number, layers: number][]
  readonly mlpRatio: number
  readonly expandRatio: number
  readonly activation: Activation
  readonly epsilon: number
  /** Attention among all pairs with this many heads and a fusing convolution (arXiv:2110.02178), or of linear cost (arXiv:2206.02680). */
  readonly attention: { readonly heads: number } | 'linear'
}

type Unit = Omit<ConvolutionUnitOptions, 'activation'> & { readonly activated?: boolean }

function unit(context: GraphContext, x: Value, { activation }: MobileVitSpec, { activated = true, ...options }: Unit): Value {
  return convolutionUnit(context, x, { ...options, activation: activated ? activation : null })
}

/** Widen, filter each channel, narrow (arXiv:1801.04381, §3.3), padded alike on all sides. */
function invertedResidual(
  context: GraphContext,
  x: Value,
  spec: MobileVitSpec,
  inputChannels: number,
  outputChannels: number,
  stride: number,
): Value {
  const wide = divisibleChannels(Math.round(inputChannels * spec.expandRatio), 1)
  const expanded = unit(context, x, spec, { name: 'expand_1x1', inputChannels, outputChannels: wide, kernel: 1 })
  const filter = { name: 'conv_3x3', inputChannels: wide, outputChannels: wide, kernel: 3, groups: wide, stride }
  const reduce = { name: 'reduce_1x1', inputChannels: wide, outputChannels, kernel: 1, activated: false }
  const reduced = unit(context, unit(context, expanded, spec, filter), spec, reduce)
  return stride === 1 && inputChannels === outputChannels ? context.graph.node('Add', [x, reduced]) : reduced
}

interface Grid {
  readonly size: number
  /** Cells along the map's side. */
  readonly side: number
}

/** Cells of the same place in their patch become one sequence: `[batch, size, side, side] → [batch·patch², patches, size]`. */
function unfold(context: GraphContext, x: Value, { size, side }: Grid, patch: number): Value {
  const { graph } = context
  const count = side / patch
  const cut = graph.node('Reshape', [x, graph.constant('int64', [0, size, count, patch, count, patch])])
  return graph.node('Reshape', [
    graph.node('Transpose', [cut], { perm: [0, 3, 5, 2, 4, 1] }),
    graph.constant('int64', [-1, count * count, size]),
  ])
}

/** What undoes {@link unfold}. */
function fold(context: GraphContext, x: Value, { size, side }: Grid, patch: number): Value {
  const { graph } = context
  const count = side / patch
  const cut = graph.node('Reshape', [x, graph.constant('int64', [-1, patch, patch, count, count, size])])
  return graph.node('Reshape', [
    graph.node('Transpose', [cut], { perm: [0, 5, 3, 1, 4, 2] }),
    graph.constant('int64', [-1, size, side, side]),
  ])
}

function transformer(context: GraphContext, x: Value, spec: MobileVitSpec, size: number, layers: number, heads: number): Value {
  const { graph } = context
  const { epsilon, mlpRatio, activation } = spec
  const names = {
    query: 'attention.attention.query',
    key: 'attention.attention.key',
    value: 'attention.attention.value',
    output: 'attention.output.dense',
  }
  let y = x
  for (let index = 0; index < layers; index++) {
    y = graph.scope(`transformer.layer.${index}`, () => {
      const before = layerNorm(context, y, { name: 'layernorm_before', size, epsilon })
      const middle = graph.node('Add', [attention(context, before, { size, heads, names }), y])
      const after = layerNorm(context, middle, { name: 'layernorm_after', size, epsilon })
      const fed = feedForward(context, after, {
        names: { up: 'intermediate.dense', down: 'output.dense' },
        size,
        innerSize: mlpRatio * size,
        activation,
      })
      return graph.node('Add', [fed, middle])
    })
  }
  return layerNorm(context, y, { name: 'layernorm', size, epsilon })
}

/** One score for each cell says how much its key counts in a context that all values are multiplied with: cost linear in patches (arXiv:2206.02680, §3.2). */
function linearTransformer(context: GraphContext, x: Value, spec: MobileVitSpec, { size, side }: Grid, layers: number): Value {
  const { graph } = context
  const { patch, epsilon, activation, mlpRatio } = spec
  const count = side / patch
  const point = (input: Value, name: string, inputChannels: number, outputChannels: number): Value =>
    convolution(context, input, { name: `${name}.convolution`, inputChannels, outputChannels, kernel: [1, 1] })
  const norm = (input: Value, name: string): Value => groupNorm(context, input, { name, size, epsilon, groups: 1 })
  const cut = graph.node('Reshape', [x, graph.constant('int64', [0, size, count, patch, count, patch])])
  let y = graph.node('Reshape', [
    graph.node('Transpose', [cut], { perm: [0, 1, 3, 5, 2, 4] }),
    graph.constant('int64', [0, size, patch * patch, count * count]),
  ])
  for (let index = 0; index < layers; index++) {
    y = graph.scope(`transformer.layer.${index}`, () => {
      const all = point(norm(y, 'layernorm_before'), 'attention.qkv_proj', size, 1 + 2 * size)
      const [score, key, value] = graph.nodes('Split', [all, graph.constant('int64', [1, size, size])], { axis: 1 }, { outputs: 3 }) as [
        Value,
        Value,
        Value,
      ]
      const weighted = graph.node('Mul', [key, graph.node('Softmax', [score], { axis: -1 })])
      const gathered = graph.node('ReduceSum', [weighted, graph.constant('int64', [-1])], { keepdims: 1 })
      const told = graph.node('Mul', [graph.node('Relu', [value]), gathered])
      const middle = graph.node('Add', [point(told, 'attention.out_proj', size, size), y])
      const wide = Math.floor((mlpRatio * size) / 16) * 16
      const inner = activate(context, point(norm(middle, 'layernorm_after'), 'ffn.conv1', size, wide), activation)
      return graph.node('Add', [point(inner, 'ffn.conv2', wide, size), middle])
    })
  }
  const parts = graph.node('Reshape', [norm(y, 'layernorm'), graph.constant('int64', [0, size, patch, patch, count, count])])
  return graph.node('Reshape', [
    graph.node('Transpose', [parts], { perm: [0, 1, 4, 2, 5, 3] }),
    graph.constant('int64', [0, size, side, side]),
  ])
}

/** A stage that strides, filters, and lets patches attend to each other. */
function vitStage(
  context: GraphContext,
  x: Value,
  spec: MobileVitSpec,
  stage: { readonly from: number; readonly to: number; readonly side: number; readonly size: number; readonly layers: number },
): Value {
  const { graph } = context
  const { to, side, size, layers } = stage
  const grid = { size, side }
  const strided = graph.scope('downsampling_layer', () => invertedResidual(context, x, spec, stage.from, to, 2))
  const isLinear = spec.attention === 'linear'
  const local = unit(context, strided, spec, {
    name: 'conv_kxk',
    inputChannels: to,
    outputChannels: to,
    kernel: 3,
    ...(isLinear ? { groups: to } : {}),
  })
  const widened = convolution(context, local, {
    name: 'conv_1x1.convolution',
    inputChannels: to,
    outputChannels: size,
    kernel: [1, 1],
    bias: false,
  })
  const project = { name: 'conv_projection', inputChannels: size, outputChannels: to, kernel: 1 }
  if (spec.attention === 'linear')
    return unit(context, linearTransformer(context, widened, spec, grid, layers), spec, { ...project, activated: false })
  const seen = transformer(context, unfold(context, widened, grid, spec.patch), spec, size, layers, spec.attention.heads)
  const projected = unit(context, fold(context, seen, grid, spec.patch), spec, project)
  const both = graph.node('Concat', [strided, projected], { axis: 1 })
  return unit(context, both, spec, { name: 'fusion', inputChannels: 2 * to, outputChannels: to, kernel: 3 })
}

/** Stem and five stages: inverted residuals, then transformers among patches. The last map is at a 32nd of the image. */
export function mobileVit(context: GraphContext, pixels: Value, spec: MobileVitSpec): FeatureMap {
  const { graph } = context
  const { channels = 3, sizes, transformers, image } = spec
  const stem = { name: 'conv_stem', inputChannels: channels, outputChannels: sizes[0], kernel: 3, stride: 2 }
  let x = unit(context, pixels, spec, stem)
  x = graph.scope('encoder.layer.0.layer.0', () => invertedResidual(context, x, spec, sizes[0], sizes[1], 1))
  for (let index = 0; index < spec.secondStage; index++) {
    const [from, stride] = index === 0 ? [sizes[1], 2] : [sizes[2], 1]
    x = graph.scope(`encoder.layer.1.layer.${index}`, () => invertedResidual(context, x, spec, from, sizes[2], stride))
  }
  transformers.forEach(([size, layers], index) => {
    const stage = { from: sizes[2 + index]!, to: sizes[3 + index]!, side: image / 2 ** (3 + index), size, layers }
    x = graph.scope(`encoder.layer.${index + 2}`, () => vitStage(context, x, spec, stage))
  })
  return { value: x, channels: sizes[5], stride: 32 }
}
