import type { Value } from '@vitest-hardware/onnx-graph'
import { visionTower, type VisionTowerSpec, withoutFirst } from '../../architectures/vision-tower.ts'
import type { Modality } from '../../architectures/vision-language.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { imageToken } from './vision-language-type.ts'

export interface ImageModalityOptions {
  readonly tower: VisionTowerSpec
  /** Scope of the tower. @default 'vision_tower.vision_model' */
  readonly scope?: string
  /** Leave the class token out. @default false */
  readonly dropFirst?: boolean
  /** Pictures that each text brings as an axis of their own behind the batch. @default one, without an axis */
  readonly tiles?: number
  /** From `[images, patches, size]` to the decoder's width. */
  readonly project: (context: GraphContext, x: Value) => Value
  readonly token?: number
}

/** Images of one size through a tower and a projector, for the places of the image token. */
export function imageModality(options: ImageModalityOptions): Modality {
  const { token = imageToken } = options
  return {
    token,
    features: (context) => options.project(context, towerFeatures(context, imagePixels(context, options), options)),
  }
}

/** Declares `pixel_values` and gives it as `[images, 3, size, size]`. */
export function imagePixels(
  context: GraphContext,
  { tower: { image, channels = 3 }, tiles }: Pick<ImageModalityOptions, 'tower' | 'tiles'>,
  name = 'pixel_values',
): Value {
  const { graph } = context
  const dims = [channels, image, image]
  if (tiles === undefined) return graph.input(name, 'float32', [batch, ...dims])
  return graph.node('Reshape', [graph.input(name, 'float32', [batch, tiles, ...dims]), graph.constant('int64', [-1, ...dims])])
}

/** Features of the tower in its scope: `[images, patches, size]`. */
export function towerFeatures(
  context: GraphContext,
  pixels: Value,
  { tower, scope = 'vision_tower.vision_model', dropFirst = false }: Pick<ImageModalityOptions, 'tower' | 'scope' | 'dropFirst'>,
): Value {
  const features = context.graph.scope(scope, () => visionTower(context, pixels, tower))
  return dropFirst ? withoutFirst(context, features) : features
}

/** The outputs of several of the tower's layers (0 is what enters the first), side by side: `[images, patches, count·size]`. */
export function towerLayersFeatures(
  context: GraphContext,
  pixels: Value,
  { tower, scope = 'vision_tower.vision_model' }: Pick<ImageModalityOptions, 'tower' | 'scope'>,
  layers: readonly number[],
): Value {
  const kept: Value[] = []
  context.graph.scope(scope, () => visionTower(context, pixels, tower, (layer, x) => layers.includes(layer) && kept.push(x)))
  return context.graph.node('Concat', kept, { axis: -1 })
}
