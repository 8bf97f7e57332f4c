import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { attention } from '../blocks/attention.ts'
import { convolution } from '../blocks/convolution.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { flattenGrid, prependToken } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'
import { type FeatureMap, tokensToGrid } from '../heads/vision.ts'

/** Stages of transformer layers on halving grids whose keys and values come from a coarser grid. */
export interface PyramidTransformerSpec {
  readonly image: number
  /** @default 3 */
  readonly channels?: number
  readonly sizes: readonly number[]
  readonly depths: readonly number[]
  readonly heads: readonly number[]
  readonly patches: readonly number[]
  readonly strides: readonly number[]
  /** Side of the squares that a key and value is made of. */
  readonly reductions: readonly number[]
  readonly mlpRatios: readonly number[]
  readonly activation: Activation
  /** Of the layers' norms. */
  readonly epsilon: number
  /** Of the norms behind patches and stages. @default that of the layers */
  readonly outerEpsilon?: number
  /** Patches overlap, being padded by half a patch (Xie et al. 2021, arXiv:2105.15203, §3.1). */
  readonly overlapping: boolean
  /** A depthwise convolution within the feed-forward network tells positions. */
  readonly mixed: boolean
  /** Learned positions of each stage, and a class token in the last one (Wang et al. 2021, arXiv:2102.12122, §3). */
  readonly positions: boolean
  /** A norm behind each stage, by name; null where only the last stage has one. */
  readonly stageNorm: ((stage: number) => string) | null
  readonly names: PyramidNames
}

export interface PyramidNames {
  /** Convolution of the patches. */
  readonly patch: string
  readonly attention: { readonly query: string; readonly key: string; readonly value: string; readonly output: string }
  /** Reducing convolution and norm, within the layer. */
  readonly reduce: readonly [string, string]
}

interface Stage {
  readonly index: number
  readonly side: number
  readonly size: number
}

function reduced(context: GraphContext, x: Value, spec: PyramidTransformerSpec, { index, side, size }: Stage): Value {
  const by = spec.reductions[index]!
  if (by === 1) return x
  const [name, norm] = spec.names.reduce
  const grid = tokensToGrid(context, x, side, size)
  const coarse = convolution(context, grid, { name, inputChannels: size, outputChannels: size, kernel: [by, by], stride: by })
  return layerNorm(context, flattenGrid(context, coarse, size), { name: norm, size, epsilon: spec.epsilon })
}

function feed(context: GraphContext, x: Value, spec: PyramidTransformerSpec, { index, side, size }: Stage): Value {
  const innerSize = spec.mlpRatios[index]! * size
  const wide = linear(context, x, { name: 'mlp.dense1', inputSize: size, outputSize: innerSize })
  const filter = {
    name: 'mlp.dwconv.dwconv',
    inputChannels: innerSize,
    outputChannels: innerSize,
    kernel: [3, 3],
    padding: 1,
    groups: innerSize,
  }
  const mixed = spec.mixed
    ? flattenGrid(context, convolution(context, tokensToGrid(context, wide, side, innerSize), filter), innerSize)
    : wide
  return linear(context, activate(context, mixed, spec.activation), { name: 'mlp.dense2', inputSize: innerSize, outputSize: size })
}

function layer(context: GraphContext, x: Value, spec: PyramidTransformerSpec, stage: Stage): Value {
  const { graph } = context
  const { size, index } = stage
  const { epsilon } = spec
  const normal = layerNorm(context, x, { name: 'layer_norm_1', size, epsilon })
  const attended = attention(context, normal, {
    size,
    heads: spec.heads[index]!,
    names: spec.names.attention,
    source: reduced(context, normal, spec, stage),
  })
  const middle = graph.node('Add', [attended, x])
  return graph.node('Add', [feed(context, layerNorm(context, middle, { name: 'layer_norm_2', size, epsilon }), spec, stage), middle])
}

/** Patches of a stage, normed, with positions where it has them: `[batch, side² (+ 1), size]`. */
function embed(context: GraphContext, grid: Value, spec: PyramidTransformerSpec, { index, side, size }: Stage): Value {
  const { graph } = context
  const kernel = spec.patches[index]!
  return graph.scope(`patch_embeddings.${index}`, () => {
    const cut = convolution(context, grid, {
      name: spec.names.patch,
      inputChannels: index === 0 ? (spec.channels ?? 3) : spec.sizes[index - 1]!,
      outputChannels: size,
      kernel: [kernel, kernel],
      stride: spec.strides[index]!,
      padding: spec.overlapping ? Math.floor(kernel / 2) : 0,
    })
    const epsilon = spec.outerEpsilon ?? spec.epsilon
    const normal = layerNorm(context, flattenGrid(context, cut, size), { name: 'layer_norm', size, epsilon })
    if (!spec.positions) return normal
    const isLast = index === spec.sizes.length - 1
    const tokens = isLast ? prependToken(context, normal, context.weight('cls_token', [1, 1, size], { std: 1 }), size) : normal
    const count = side * side + (isLast ? 1 : 0)
    return graph.node('Add', [tokens, context.weight('position_embeddings', [1, count, size], { std: 0.5 })])
  })
}

/** Side of a stage's grid in cells. */
export function pyramidSide({ image, strides }: PyramidTransformerSpec, stage: number): number {
  return strides.slice(0, stage + 1).reduce((side, stride) => side / stride, image)
}

export interface PyramidStages {
  /** The last stage's tokens `[batch, side² (+ 1), size]`, normed. */
  readonly tokens: Value
  /** Every stage as a grid, normed where stages are; the last one is missing where a class token stands in it. */
  readonly maps: readonly FeatureMap[]
}

/** All stages, in the encoder's scope. */
export function pyramidTransformer(context: GraphContext, pixels: Value, spec: PyramidTransformerSpec): PyramidStages {
  const { graph } = context
  const maps: FeatureMap[] = []
  let [grid, tokens] = [pixels, pixels]
  spec.sizes.forEach((size, index) => {
    const stage = { index, size, side: pyramidSide(spec, index) }
    const isLast = index === spec.sizes.length - 1
    tokens = embed(context, grid, spec, stage)
    for (let block = 0; block < spec.depths[index]!; block++)
      tokens = graph.scope(`block.${index}.${block}`, () => layer(context, tokens, spec, stage))
    const norm = spec.stageNorm === null ? (isLast ? 'layer_norm' : null) : spec.stageNorm(index)
    if (norm !== null) tokens = layerNorm(context, tokens, { name: norm, size, epsilon: spec.outerEpsilon ?? spec.epsilon })
    if (isLast && spec.positions) return
    grid = tokensToGrid(context, tokens, stage.side, size)
    maps.push({ value: grid, channels: size, stride: spec.image / stage.side })
  })
  return { tokens, maps }
}
