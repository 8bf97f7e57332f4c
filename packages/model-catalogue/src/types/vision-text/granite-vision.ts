import type { Value } from '@vitest-hardware/onnx-graph'
import { perceptronProjector } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { imagePixels, towerLayersFeatures } from '../vision-language/image-features.ts'
import { anyResolutionTokens, packTiles, tiles } from '../vision-language/llava.ts'
import { llama, textSize } from '../vision-language/text-decoders.ts'
import { imageToken, visionLanguageType } from '../vision-language/vision-language-type.ts'
import { siglipTower, visionSize } from '../vision-language/vision-towers.ts'

const { spec, config: visionConfig } = siglipTower()
// the last layer's output is taken as it is
const { after: _, ...tower } = spec
const factors = { embedding_multiplier: 12, attention_multiplier: 0.25, residual_multiplier: 0.22, logits_scaling: 8 }

/** Granite's factors on embeddings, scores, what layers add, and logits. */
const text = llama({
  modelType: 'granite',
  keyValueHeads: 2,
  epsilon: 1e-5,
  theta: 300_000,
  tied: true,
  layer: (_, base) => ({
    ...base,
    residualScale: factors.residual_multiplier,
    ...(typeof base.mixer === 'object' ? { mixer: { ...base.mixer, scale: factors.attention_multiplier } } : {}),
  }),
  decoder: { embedding: { scale: factors.embedding_multiplier }, logits: { tied: true, scale: 1 / factors.logits_scaling } },
  extra: factors,
})

/** Features of several depths of SigLIP side by side, then LLaVA-NeXT's projector and packing (Granite Vision, arXiv:2502.09927, §3). */
function features(context: GraphContext): Value {
  const seen = towerLayersFeatures(context, imagePixels(context, { tower, tiles: 1 + tiles }), { tower }, [0, 1])
  const projected = context.graph.scope('multi_modal_projector', () =>
    perceptronProjector(context, seen, {
      names: ['linear_1', 'linear_2'],
      inputSize: 2 * visionSize,
      outputSize: textSize,
      activation: 'gelu',
    }),
  )
  return packTiles(context, projected)
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('granitevision', {
    prefix: 'LlavaNext',
    config: {
      image_token_index: imageToken,
      image_seq_length: anyResolutionTokens,
      image_grid_pinpoints: [[32, 64]],
      projector_hidden_act: 'gelu',
      vision_feature_layer: [-2, -1],
      vision_feature_select_strategy: 'full',
      multimodal_projector_bias: true,
      text_config: text.config,
      vision_config: visionConfig,
    },
    spec: { decoder: text.spec, modalities: [{ token: imageToken, features }] },
    note: "LLaVA-NeXT's classes with Granite and several of SigLIP's layers; images are the whole and one row of two tiles, without padding",
  }),
]
