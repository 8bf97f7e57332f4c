import type { Value } from '@vitest-hardware/onnx-graph'
import { withoutFirst } from '../../architectures/vision-tower.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import { perceptronProjector } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { imageModality, imagePixels, towerLayersFeatures } from './image-features.ts'
import { llama, mistral, qwen2, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { clipTower, siglipTower, visionSize } from './vision-towers.ts'

const layers: readonly [string, string] = ['linear_1', 'linear_2']

/** LLaVA 1.5's projector (arXiv:2310.03744, §3.2). */
function project(context: GraphContext, x: Value): Value {
  return context.graph.scope('multi_modal_projector', () =>
    perceptronProjector(context, x, { names: layers, inputSize: visionSize, outputSize: textSize, activation: 'gelu' }),
  )
}

// the last but one layer's output is taken, so three layers of the config are two of the graph
const clip = clipTower({ layers: 3, used: 2 })
const patches = 4
/** One row of two tiles beside the whole image. */
export const tiles = 2
const side = 2
export const anyResolutionTokens = patches + side * (tiles * side + 1)

/**
 * LLaVA-NeXT's packing (Liu et al. 2024, "LLaVA-NeXT", dynamic high resolution): the whole image's tokens, then the tiles' rows side by side,
 * each with a learned newline behind: `[batch·(1 + tiles), patches, size] → [batch, tokens, size]`.
 */
export function packTiles(context: GraphContext, x: Value): Value {
  const { graph } = context
  const images = graph.node('Reshape', [x, graph.constant('int64', [-1, 1 + tiles, patches, textSize])])
  const [whole, parts] = graph.nodes('Split', [images, graph.constant('int64', [1, tiles])], { axis: 1 }, { outputs: 2 }) as [Value, Value]
  const cells = graph.node('Reshape', [parts, graph.constant('int64', [-1, tiles, side, side, textSize])])
  const rows = graph.node('Reshape', [
    graph.node('Transpose', [cells], { perm: [0, 2, 1, 3, 4] }),
    graph.constant('int64', [-1, side, tiles * side, textSize]),
  ])
  const ends = repeatForBatch(context, context.weight('image_newline', [1, 1, 1, textSize], { std: 1 }), rows, [side, 1, textSize])
  const lines = graph.node('Reshape', [graph.node('Concat', [rows, ends], { axis: 2 }), graph.constant('int64', [0, -1, textSize])])
  return graph.node('Concat', [graph.node('Squeeze', [whole, graph.constant('int64', [1])]), lines], { axis: 1 })
}

const anyResolution = (context: GraphContext, x: Value): Value => packTiles(context, project(context, x))
const pinpoints = { image_grid_pinpoints: [[32, 64]] }
const anyResolutionNote = 'images are the whole and one row of two tiles, without padding'

const common = (text: typeof vicuna, vision: typeof clip) => ({
  image_token_index: imageToken,
  projector_hidden_act: 'gelu',
  vision_feature_select_strategy: 'default',
  vision_feature_layer: -2,
  multimodal_projector_bias: true,
  tie_word_embeddings: false,
  text_config: text.config,
  vision_config: vision.config,
})

const vicuna = llama({ epsilon: 1e-5 })
const mistralText = mistral({ theta: 1_000_000 })
const qwen = qwen2()
const siglip = siglipTower({ layers: 2, spec: { embeddingScope: 'embeddings' } })
const { after: _, ...siglipWithoutNorm } = siglip.spec

/** ViP-LLaVA's projector (arXiv:2312.00784, §3.2): several layers' features side by side, normalised. */
function severalLayers(context: GraphContext): Value {
  const { graph } = context
  const pixels = imagePixels(context, { tower: clip.spec })
  const features = withoutFirst(context, towerLayersFeatures(context, pixels, { tower: clip.spec }, [0, 1]))
  return graph.scope('multi_modal_projector', () => {
    const normed = layerNorm(context, features, { name: 'projector_layernorm', size: 2 * visionSize, epsilon: 1e-5 })
    return perceptronProjector(context, normed, { names: layers, inputSize: 2 * visionSize, outputSize: textSize, activation: 'gelu' })
  })
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('llava', {
    prefix: 'Llava',
    config: { ...common(vicuna, clip), image_seq_length: patches },
    spec: { decoder: vicuna.spec, modalities: [imageModality({ tower: clip.spec, dropFirst: true, project })] },
    also: ['pretraining'],
  }),
  visionLanguageType('vipllava', {
    prefix: 'VipLlava',
    config: { ...common(vicuna, clip), projector_layernorm_eps: 1e-5, vision_feature_layers: [-3, -2], image_seq_length: patches },
    spec: { decoder: vicuna.spec, modalities: [{ token: imageToken, features: severalLayers }] },
    also: ['pretraining'],
  }),
  visionLanguageType('llava_next', {
    prefix: 'LlavaNext',
    config: { ...common(mistralText, clip), ...pinpoints, image_seq_length: anyResolutionTokens },
    spec: {
      decoder: mistralText.spec,
      modalities: [imageModality({ tower: clip.spec, dropFirst: true, tiles: 1 + tiles, project: anyResolution })],
    },
    also: ['pretraining'],
    note: anyResolutionNote,
  }),
  visionLanguageType('llava_onevision', {
    prefix: 'LlavaOnevision',
    config: {
      ...common(qwen, siglip),
      ...pinpoints,
      vision_feature_select_strategy: 'full',
      vision_feature_layer: -1,
      vision_aspect_ratio: 'anyres_max_9',
      image_seq_length: anyResolutionTokens,
    },
    spec: { decoder: qwen.spec, modalities: [imageModality({ tower: siglipWithoutNorm, tiles: 1 + tiles, project: anyResolution })] },
    also: ['pretraining'],
    note: anyResolutionNote,
  }),
]
