import type { Value } from '@vitest-hardware/onnx-graph'
import type { DecoderSpec, LayerSpec } from '../../architectures/decoder-spec.ts'
import { type GridImages, gridInputs, gridTower, type GridTowerSpec, joinSquares } from '../../architectures/grid-tower.ts'
import type { Modality, VisionLanguageSpec } from '../../architectures/vision-language.ts'
import { blocksNames } from '../../architectures/vision-tower.ts'
import { placeWhere } from '../../blocks/placed-features.ts'
import type { GraphContext } from '../../graph-context.ts'
import { textSize } from './text-decoders.ts'
import { imageToken } from './vision-language-type.ts'

export const gridSize = 32
export const merge = 2
export const joinedSize = merge * merge * gridSize
export const gridPatch = 8

/** A note on what all towers over lists of patches have in common here. */
export const gridNote = 'all images of one call have the grid of the first row of image_grid_thw'

/** What the towers of the Qwen-VL series have in common (arXiv:2409.12191, §2.1). */
export const gridBase: Omit<GridTowerSpec, 'activation' | 'epsilon' | 'norm'> = {
  size: gridSize,
  layers: 2,
  heads: 4,
  innerSize: 64,
  names: blocksNames,
  patch: gridPatch,
  patches: { name: 'patch_embed.proj', bias: false, kind: 'convolution' },
  merge,
  theta: 10_000,
}

export interface GridModalityOptions {
  readonly tower: GridTowerSpec
  /** @default 'visual' */
  readonly scope?: string
  /** In the tower's scope, from `[frames, patches, size]` to the decoder's width. */
  readonly project: (context: GraphContext, x: Value, images: GridImages) => Value
  /** Where the projector stands. @default in the tower's scope */
  readonly outside?: boolean
}

/** Images as lists of patches, for the places of the image token. */
export function gridModality({ tower, scope = 'visual', project, outside = false }: GridModalityOptions): Modality {
  return {
    token: imageToken,
    features: (context) => {
      const { graph } = context
      const images = gridInputs(context, tower)
      if (outside) {
        const features = graph.scope(scope, () => gridTower(context, images, tower))
        return project(context, features, images)
      }
      return graph.scope(scope, () => project(context, gridTower(context, images, tower), images))
    },
  }
}

export interface DeepstackOptions extends GridModalityOptions {
  readonly decoder: DecoderSpec
  /** Layers of the tower whose features go to the decoder's first layers, in order. */
  readonly layers: readonly number[]
  /** Projects the features of the n-th of these layers, in the tower's scope. */
  readonly projectDeep: (context: GraphContext, x: Value, index: number) => Value
}

/**
 * Qwen3-VL's DeepStack (arXiv:2511.21631, §2; Meng et al. 2024, arXiv:2406.04334): features of several depths of the tower
 * are added to the hidden states of the image's tokens behind the decoder's first layers.
 */
export function deepstack(options: DeepstackOptions): Pick<VisionLanguageSpec, 'decoder' | 'modalities' | 'decoderFor'> {
  const { tower, scope = 'visual', project, layers, projectDeep, decoder } = options
  const made = new WeakMap<GraphContext, Value[]>()
  const modality: Modality = {
    token: imageToken,
    features: (context) => {
      const images = gridInputs(context, tower)
      const deep: Value[] = []
      made.set(context, deep)
      return context.graph.scope(scope, () => {
        const each = (layer: number, x: Value): void => {
          if (layers.includes(layer)) deep.push(projectDeep(context, x, layers.indexOf(layer)))
        }
        return project(context, gridTower(context, images, tower, each), images)
      })
    },
  }
  const decoderFor: NonNullable<VisionLanguageSpec['decoderFor']> = (context, { ids }) => {
    const isPlace = context.graph.node('Equal', [ids, context.graph.constant('int64', imageToken)])
    const deep = made.get(context) ?? []
    return {
      ...decoder,
      layers: decoder.layers.map((layer, index) => (deep[index] === undefined ? layer : withFeatures(layer, isPlace, deep[index]))),
    }
  }
  return { decoder, modalities: [modality], decoderFor }
}

/** A pre-norm layer behind which features are added in the image's places. */
function withFeatures(layer: LayerSpec, isPlace: Value, features: Value): LayerSpec {
  return {
    ...layer,
    residual: (context, x, { mix, feed, norm }) => {
      const { graph } = context
      const middle = graph.node('Add', [x, mix(norm(x, 'input_layernorm'))])
      const embeddings = graph.node('Add', [middle, feed(norm(middle, 'post_attention_layernorm'))])
      return placeWhere(context, { isPlace, embeddings, features, size: textSize, added: true })
    },
  }
}

/** Neighbours of a merged token side by side. */
export const join = (context: GraphContext, x: Value): Value => joinSquares(context, x, { merge, size: gridSize })
