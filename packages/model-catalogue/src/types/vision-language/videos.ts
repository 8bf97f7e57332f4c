import type { Value } from '@vitest-hardware/onnx-graph'
import type { Modality } from '../../architectures/vision-language.ts'
import { withoutFirst } from '../../architectures/vision-tower.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import { averageSquares, perceptronProjector } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { imageModality, imagePixels, towerFeatures } from './image-features.ts'
import { llama, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { clipTower, visionSize } from './vision-towers.ts'

const side = 2
const patches = side * side
const frames = 2
const videoToken = imageToken + 2
const tower = clipTower({ side, layers: 3, used: 2 })
const text = llama({ epsilon: 1e-5 })

function project(context: GraphContext, x: Value): Value {
  return context.graph.scope('multi_modal_projector', () =>
    perceptronProjector(context, x, { names: ['linear_1', 'linear_2'], inputSize: visionSize, outputSize: textSize, activation: 'gelu' }),
  )
}

/** An image of one tile: its tokens and one learned newline. */
function withNewline(context: GraphContext, x: Value): Value {
  const projected = project(context, x)
  const end = repeatForBatch(context, context.weight('image_newline', [1, 1, textSize], { std: 1 }), projected, [1, textSize])
  return context.graph.node('Concat', [projected, end], { axis: 1 })
}

/** Frames whose patches are pooled by squares before the projector (Zhang et al. 2024, "LLaVA-NeXT: a strong zero-shot video understanding model"). */
const pooledVideo: Modality = {
  token: videoToken,
  features: (context) => {
    const pixels = imagePixels(context, { tower: tower.spec, tiles: frames }, 'pixel_values_videos')
    const features = towerFeatures(context, pixels, { tower: tower.spec, dropFirst: true })
    return project(context, averageSquares(context, features, { side, factor: 2, size: visionSize }))
  },
}

/** Towers of their own for images and videos, one projector (Video-LLaVA, arXiv:2311.10122, §3.1); frames keep their class token. */
const separateTowers: readonly Modality[] = [
  {
    token: imageToken,
    features: (context) => {
      const pixels = imagePixels(context, { tower: tower.spec }, 'pixel_values_images')
      return project(
        context,
        withoutFirst(context, towerFeatures(context, pixels, { tower: tower.spec, scope: 'image_tower.vision_model' })),
      )
    },
  },
  {
    token: videoToken,
    features: (context) => {
      const pixels = imagePixels(context, { tower: tower.spec, tiles: frames }, 'pixel_values_videos')
      return project(context, towerFeatures(context, pixels, { tower: tower.spec, scope: 'video_tower.vision_model' }))
    },
  },
]

const common = {
  text_config: text.config,
  vision_config: tower.config,
  image_token_index: imageToken,
  video_token_index: videoToken,
  projector_hidden_act: 'gelu',
  vision_feature_select_strategy: 'default',
  vision_feature_layer: -2,
  multimodal_projector_bias: true,
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('llava_next_video', {
    prefix: 'LlavaNextVideo',
    config: {
      ...common,
      spatial_pool_mode: 'average',
      spatial_pool_stride: 2,
      image_seq_length: patches + 1,
      video_seq_length: frames,
      image_grid_pinpoints: [[32, 32]],
    },
    spec: { decoder: text.spec, modalities: [imageModality({ tower: tower.spec, dropFirst: true, project: withNewline }), pooledVideo] },
    also: ['pretraining'],
    note: 'images are of one tile, videos of two frames',
  }),
  visionLanguageType('video_llava', {
    prefix: 'VideoLlava',
    config: { ...common, image_seq_length: patches, video_seq_length: frames * (patches + 1) },
    spec: { decoder: text.spec, modalities: separateTowers },
    also: ['pretraining'],
    note: 'videos are of two frames',
  }),
]
