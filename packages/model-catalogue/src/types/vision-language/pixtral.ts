import type { Value } from '@vitest-hardware/onnx-graph'
import type { VisionLanguageSpec } from '../../architectures/vision-language.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { perceptronProjector, unfoldSquares } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { imageModality } from './image-features.ts'
import { mistral, qwen3, type TextDecoder, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { pixtralTower, visionSize } from './vision-towers.ts'

const side = 4
const factor = 2
const tower = pixtralTower({ side })
const mistralText = mistral({ theta: 1_000_000_000 })
const qwenText = qwen3()

interface Scopes {
  readonly tower: string
  readonly projector: string
}

/** Pixtral's tower, then Mistral Small 3.1's merger: a norm, squares of four patches to one, two layers. */
const pixtralSpec = (text: TextDecoder, epsilon: number, scopes: Scopes): VisionLanguageSpec => ({
  decoder: text.spec,
  modalities: [
    imageModality({
      tower: tower.spec,
      scope: scopes.tower,
      project: (context: GraphContext, x: Value) =>
        context.graph.scope(scopes.projector, () => {
          const normed = rmsNorm(context, x, { name: 'norm', size: visionSize, epsilon })
          const squares = unfoldSquares(context, normed, { side, factor, size: visionSize })
          const merged = linear(context, squares, {
            name: 'patch_merger.merging_layer',
            inputSize: factor * factor * visionSize,
            outputSize: visionSize,
            bias: false,
          })
          return perceptronProjector(context, merged, {
            names: ['linear_1', 'linear_2'],
            inputSize: visionSize,
            outputSize: textSize,
            activation: 'gelu',
            bias: false,
          })
        }),
    }),
  ],
})

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('mistral3', {
    prefix: 'Mistral3',
    config: {
      text_config: mistralText.config,
      vision_config: tower.config,
      image_token_index: imageToken,
      projector_hidden_act: 'gelu',
      vision_feature_layer: -1,
      multimodal_projector_bias: false,
      spatial_merge_size: factor,
    },
    spec: pixtralSpec(mistralText, 1e-5, { tower: 'vision_tower', projector: 'multi_modal_projector' }),
    also: ['pretraining'],
  }),
  visionLanguageType('lighton_ocr', {
    prefix: 'LightOnOcr',
    config: { text_config: qwenText.config, vision_config: tower.config, image_token_id: imageToken, spatial_merge_size: factor },
    spec: pixtralSpec(qwenText, 1e-6, { tower: 'vision_encoder', projector: 'vision_projection' }),
  }),
]
