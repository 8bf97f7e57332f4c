import type { Value } from '@vitest-hardware/onnx-graph'
import { withoutFirst } from '../../architectures/vision-tower.ts'
import { activate } from '../../blocks/activation.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { perceptronProjector, pixelShuffle } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { imageModality, imagePixels, towerFeatures } from './image-features.ts'
import { cohere2, llama, qwen2, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { internTower, siglipTower, visionSize } from './vision-towers.ts'

const side = 4
const factor = 2
const joined = factor * factor * visionSize
const alignment = 64
const tower = siglipTower({ side })
const { after: _, ...towerWithoutNorm } = tower.spec
const shuffle = (context: GraphContext, x: Value): Value => pixelShuffle(context, x, { side, factor, size: visionSize })

/** Cohere's SwiGLU connector (arXiv:2505.08751, §2.1), with a norm before it in Aya Vision. */
const cohereProjector =
  (normed: boolean) =>
  (context: GraphContext, x: Value): Value => {
    const { graph } = context
    return graph.scope('multi_modal_projector', () => {
      const shuffled = shuffle(context, x)
      const start = normed ? layerNorm(context, shuffled, { name: 'layernorm', size: joined, epsilon: 1e-6 }) : shuffled
      const inner = linear(context, start, { name: 'linear_1', inputSize: joined, outputSize: alignment })
      const [value, gate] = graph.nodes('Split', [inner], { axis: -1, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
      const gated = graph.node('Mul', [activate(context, gate, 'silu'), value])
      return linear(context, gated, { name: 'linear_2', inputSize: alignment / 2, outputSize: textSize })
    })
  }

const cohereText = cohere2()
const cohereConfig = {
  text_config: cohereText.config,
  vision_config: tower.config,
  downsample_factor: factor,
  alignment_intermediate_size: alignment,
}

/** Cohere2VisionModel is upstream's class for image features too: what the vision tower and the projector give. */
const cohereImageHead: TaskHead = {
  architecture: 'Cohere2VisionModel',
  graphs: [
    {
      name: 'model',
      build: (context) => {
        const pixels = imagePixels(context, { tower: tower.spec })
        const features = context.graph.scope('model', () =>
          cohereProjector(false)(context, towerFeatures(context, pixels, { tower: tower.spec })),
        )
        context.graph.output('pooler_output', features, 'float32', [batch, (side / factor) ** 2, textSize])
      },
    },
  ],
}

/** Idefics3 (arXiv:2408.12637, §4.1): pixel shuffle and one product. */
const ideficsSpec = (decoder: typeof idefics3Text) => ({
  decoder: decoder.spec,
  modalities: [
    imageModality({
      tower: tower.spec,
      scope: 'vision_model',
      tiles: 1,
      project: (context, x) =>
        context.graph.scope('connector', () =>
          linear(context, shuffle(context, x), { name: 'modality_projection.proj', inputSize: joined, outputSize: textSize, bias: false }),
        ),
    }),
  ],
})

const idefics3Text = llama({ body: 'text_model', keyValueHeads: 2, theta: 500_000, epsilon: 1e-5 })
const smolText = llama({ body: 'text_model', keyValueHeads: 1, theta: 100_000, epsilon: 1e-5, tied: true })
const ideficsConfig = (modelType: string, text: typeof idefics3Text) => ({
  image_token_id: imageToken,
  scale_factor: factor,
  text_config: text.config,
  vision_config: { ...tower.config, model_type: modelType },
})

const internText = qwen2()
const intern = internTower({ side })

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('aya_vision', {
    prefix: 'AyaVision',
    config: {
      ...cohereConfig,
      image_token_index: imageToken,
      vision_feature_layer: -1,
      vision_feature_select_strategy: 'full',
      adapter_layer_norm_eps: 1e-6,
    },
    spec: { decoder: cohereText.spec, modalities: [imageModality({ tower: towerWithoutNorm, project: cohereProjector(true) })] },
  }),
  visionLanguageType('cohere2_vision', {
    prefix: 'Cohere2Vision',
    config: { ...cohereConfig, image_token_id: imageToken },
    spec: { decoder: cohereText.spec, modalities: [imageModality({ tower: tower.spec, project: cohereProjector(false) })] },
    heads: { 'image-feature-extraction': cohereImageHead },
  }),
  visionLanguageType('idefics3', {
    prefix: 'Idefics3',
    config: ideficsConfig('idefics3_vision', idefics3Text),
    spec: ideficsSpec(idefics3Text),
    also: ['pretraining'],
  }),
  visionLanguageType('smolvlm', {
    prefix: 'SmolVLM',
    config: ideficsConfig('smolvlm_vision', smolText),
    spec: ideficsSpec(smolText),
    note: "upstream's code is that of idefics3; its published decoders are SmolLM2's, with tied embeddings and fewer key/value heads",
  }),
  visionLanguageType('internvl', {
    prefix: 'InternVL',
    config: {
      text_config: internText.config,
      vision_config: { ...intern.config, image_size: [32, 32], patch_size: [8, 8], layer_scale_init_value: 0.1, use_mean_pooling: true },
      image_token_id: imageToken,
      image_seq_length: (side / factor) ** 2,
      downsample_ratio: 1 / factor,
      projector_hidden_act: 'gelu',
      vision_feature_layer: -1,
      vision_feature_select_strategy: 'default',
    },
    spec: {
      decoder: internText.spec,
      modalities: [
        imageModality({
          tower: intern.spec,
          scope: 'vision_tower',
          project: (context, x) => {
            const shuffled = shuffle(context, withoutFirst(context, x))
            return context.graph.scope('multi_modal_projector', () =>
              perceptronProjector(context, layerNorm(context, shuffled, { name: 'layer_norm', size: joined, epsilon: 1e-5 }), {
                names: ['linear_1', 'linear_2'],
                inputSize: joined,
                outputSize: textSize,
                activation: 'gelu',
              }),
            )
          },
        }),
      ],
    },
  }),
]
