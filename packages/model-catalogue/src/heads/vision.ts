import type { Value } from '@vitest-hardware/onnx-graph'
import { convolution } from '../blocks/convolution.ts'
import { linear } from '../blocks/linear.ts'
import type { GraphContext } from '../graph-context.ts'
import { type PixelOptions, pixelsInput } from '../graphs/image-inputs.ts'
import { batch } from '../graphs/text-inputs.ts'
import type { Task, TaskHead } from '../model-type.ts'

/** Labels of each classifier here. */
export const labelCount = 10

/** One level of a backbone's answer, `[batch, channels, height, width]`. */
export interface FeatureMap {
  readonly value: Value
  readonly channels: number
  /** Pixels of the image along one side of a cell. */
  readonly stride: number
}

/** What a body makes of an image: tokens `[batch, length, size]` or a grid `[batch, size, height, width]`. */
export interface ImageFeatures {
  readonly hidden: Value
  /** Behind the batch axis. */
  readonly dims: readonly (number | string)[]
  /** What the bare model gives besides, by its output's name. @default nothing */
  readonly further?: Readonly<Record<string, { readonly value: Value; readonly dims: readonly (number | string)[] }>>
}

/** A vector for each image, `[batch, size]`, or `[batch, size, 1, 1]` of a pooling that keeps its axes. */
export interface ImageSummary {
  readonly value: Value
  readonly size: number
  /** @default false */
  readonly keepsAxes?: boolean
}

/** A body and what its heads read of it; each function adds its nodes where its head asks for them. */
export interface VisionBody<Features extends ImageFeatures = ImageFeatures> {
  readonly pixels: PixelOptions
  readonly features: (context: GraphContext, pixels: Value) => Features
  /** `pooler_output` of the bare model. @default it has none */
  readonly pooler?: (context: GraphContext, features: Features) => ImageSummary
  /** What the classifier reads. @default no classifier */
  readonly summary?: (context: GraphContext, features: Features) => ImageSummary
  /** Module name of the classifier. @default 'classifier' */
  readonly classifier?: string
  /** Logits of what the classifier reads, where they are no linear layer's. @default one linear layer's */
  readonly logits?: (context: GraphContext, summary: ImageSummary) => Value
  /** Of upstream's backbone class. @default none */
  readonly maps?: (context: GraphContext, pixels: Value) => readonly FeatureMap[]
  /** Pixels made again from a body that sees a mask token at masked patches. @default none */
  readonly reconstruction?: (context: GraphContext, pixels: Value, masked: Value) => FeatureMap
  /** Number of patches, of `bool_masked_pos`. */
  readonly patches?: number
  /** Logits of each label for each cell. @default none */
  readonly segmentation?: (context: GraphContext, pixels: Value) => FeatureMap
}

/** One task's graph and upstream's class for it. */
export type VisionHeads = Readonly<Record<Task, TaskHead>>

/** Every head that the body has what it takes for, by task; `prefix` is upstream's class name up to `Model` or `For…`. */
export function visionHeads<Features extends ImageFeatures>(prefix: string, body: VisionBody<Features>): VisionHeads {
  const head = (suffix: string, build: (context: GraphContext) => void): TaskHead => ({
    architecture: `${prefix}${suffix}`,
    graphs: [{ name: 'model', build }],
  })
  const bare = head('Model', (context) => featureExtraction(context, body))
  return {
    ...(body.summary ? { 'image-classification': head('ForImageClassification', (context) => imageClassification(context, body)) } : {}),
    'feature-extraction': bare,
    'image-feature-extraction': bare,
    ...(body.reconstruction
      ? { 'masked-image-modeling': head('ForMaskedImageModeling', (context) => maskedImageModeling(context, body)) }
      : {}),
    ...(body.segmentation ? { 'image-segmentation': head('ForSemanticSegmentation', (context) => segmentation(context, body)) } : {}),
    ...(body.maps ? { backbone: head('Backbone', (context) => backbone(context, body)) } : {}),
  }
}

/** Heads less those that upstream has no class for. */
export function withoutHeads(heads: VisionHeads, ...tasks: readonly Task[]): VisionHeads {
  return Object.fromEntries(Object.entries(heads).filter(([task]) => !tasks.includes(task)))
}

/** `last_hidden_state` and, where the model has one, `pooler_output`. */
export function featureExtraction<Features extends ImageFeatures>(context: GraphContext, body: VisionBody<Features>): void {
  const features = body.features(context, pixelsInput(context, body.pixels))
  context.graph.output('last_hidden_state', features.hidden, 'float32', [batch, ...features.dims])
  for (const [name, { value, dims }] of Object.entries(features.further ?? {}))
    context.graph.output(name, value, 'float32', [batch, ...dims])
  const pooled = body.pooler?.(context, features)
  if (pooled) context.graph.output('pooler_output', pooled.value, 'float32', [batch, pooled.size, ...(pooled.keepsAxes ? [1, 1] : [])])
}

/** `logits` `[batch, labels]` of one linear layer. */
export function imageClassification<Features extends ImageFeatures>(context: GraphContext, body: VisionBody<Features>): void {
  const features = body.features(context, pixelsInput(context, body.pixels))
  const summary = body.summary!(context, features)
  const { value, size, keepsAxes } = summary
  const classify = (): Value => {
    const flat = keepsAxes ? context.graph.node('Flatten', [value], { axis: 1 }) : value
    return linear(context, flat, { name: body.classifier ?? 'classifier', inputSize: size, outputSize: labelCount })
  }
  context.graph.output('logits', body.logits?.(context, summary) ?? classify(), 'float32', [batch, labelCount])
}

/** `feature_maps.0` … of upstream's backbone classes, the finest first. */
export function backbone<Features extends ImageFeatures>(context: GraphContext, body: VisionBody<Features>): void {
  const maps = body.maps!(context, pixelsInput(context, body.pixels))
  maps.forEach((map, level) => context.graph.output(`feature_maps.${level}`, map.value, 'float32', mapDims(map, body.pixels, level)))
}

/** `reconstruction` `[batch, channels, height, width]` from pixels and `bool_masked_pos` (Xie et al. 2022, arXiv:2111.09886, §3). */
export function maskedImageModeling<Features extends ImageFeatures>(context: GraphContext, body: VisionBody<Features>): void {
  const pixels = pixelsInput(context, body.pixels)
  const masked = context.graph.input('bool_masked_pos', 'bool', [batch, body.patches!])
  const map = body.reconstruction!(context, pixels, masked)
  context.graph.output('reconstruction', map.value, 'float32', mapDims(map, body.pixels, 0))
}

/** `logits` `[batch, labels, height / stride, width / stride]`. */
export function segmentation<Features extends ImageFeatures>(context: GraphContext, body: VisionBody<Features>): void {
  const map = body.segmentation!(context, pixelsInput(context, body.pixels))
  context.graph.output('logits', map.value, 'float32', mapDims(map, body.pixels, 0))
}

function mapDims({ channels, stride }: FeatureMap, { size }: PixelOptions, level: number): (number | string)[] {
  const side = (name: string): number | string => (size === undefined ? `${name}_${level}` : size / stride)
  return [batch, channels, side('height'), side('width')]
}

/** A 1 × 1 convolution to `stride² · channels` and a shuffle of channels to pixels: upstream's decoder of masked image modeling. */
export function shuffleToPixels(
  context: GraphContext,
  grid: Value,
  { size, stride, channels = 3 }: { readonly size: number; readonly stride: number; readonly channels?: number },
): FeatureMap {
  const wide = convolution(context, grid, {
    name: 'decoder.0',
    inputChannels: size,
    outputChannels: stride ** 2 * channels,
    kernel: [1, 1],
  })
  return { value: context.graph.node('DepthToSpace', [wide], { blocksize: stride, mode: 'CRD' }), channels, stride: 1 }
}

/** Tokens of a square as a grid: `[batch, side², size] → [batch, size, side, side]`. */
export function tokensToGrid(context: GraphContext, tokens: Value, side: number, size: number): Value {
  const { graph } = context
  return graph.node('Reshape', [graph.node('Transpose', [tokens], { perm: [0, 2, 1] }), graph.constant('int64', [0, size, side, side])])
}

/** Mean over height and width: `[batch, size, height, width] → [batch, size]`. */
export function meanOfGrid(context: GraphContext, grid: Value): Value {
  return context.graph.node('ReduceMean', [grid, context.graph.constant('int64', [-2, -1])], { keepdims: 0 })
}

/** Mean over tokens: `[batch, length, size] → [batch, size]`. */
export function meanOfTokens(context: GraphContext, tokens: Value): Value {
  return context.graph.node('ReduceMean', [tokens, context.graph.constant('int64', [1])], { keepdims: 0 })
}

/** Tokens from `start` up to `end`: `[batch, length, size] → [batch, end - start, size]`. @param end @default the last, included */
export function tokensFrom(context: GraphContext, tokens: Value, start: number, end = 2 ** 31 - 1): Value {
  const { graph } = context
  return graph.node('Slice', [tokens, ...[start, end, 1].map((value) => graph.constant('int64', [value]))])
}
