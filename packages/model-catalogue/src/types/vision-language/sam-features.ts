import type { Value } from '@vitest-hardware/onnx-graph'
import { samNeck, samTower, type SamTowerSpec } from '../../architectures/sam-tower.ts'
import { activate } from '../../blocks/activation.ts'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { flattenGrid } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { imagePixels, towerFeatures } from './image-features.ts'
import { llama, qwen2, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { siglipTower, visionSize } from './vision-towers.ts'

const tower: SamTowerSpec = {
  size: 32,
  layers: 2,
  heads: 4,
  innerSize: 64,
  epsilon: 1e-6,
  image: 64,
  patch: 8,
  window: 3,
  globalLayers: [1],
  outputChannels: 16,
}
const { outputChannels } = tower

const samConfig = (modelType: string) => ({
  model_type: modelType,
  hidden_size: tower.size,
  output_channels: outputChannels,
  num_hidden_layers: tower.layers,
  num_attention_heads: tower.heads,
  num_channels: 3,
  image_size: tower.image,
  patch_size: tower.patch,
  hidden_act: 'gelu',
  layer_norm_eps: tower.epsilon,
  qkv_bias: true,
  use_abs_pos: true,
  use_rel_pos: true,
  window_size: tower.window,
  global_attn_indexes: tower.globalLayers,
  mlp_dim: tower.innerSize,
})

const strided = (context: GraphContext, x: Value, name: string, inputChannels: number, channels: number): Value =>
  convolution(context, x, { name, inputChannels, outputChannels: channels, kernel: [3, 3], stride: 2, padding: 1, bias: false })

/** GOT-OCR 2's image features (arXiv:2409.01704, §3.2): Segment Anything's encoder, two strided convolutions, one product. */
function gotFeatures(context: GraphContext): Value {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: tower.image })
  const seen = graph.scope('vision_tower', () => {
    const x = samTower(context, pixels, tower)
    return graph.scope('neck', () => samNeck(context, x, tower))
  })
  return graph.scope('multi_modal_projector', () => {
    const half = strided(context, seen, 'conv_upsampler1', outputChannels, 2 * outputChannels)
    const tokens = flattenGrid(context, strided(context, half, 'conv_upsampler2', 2 * outputChannels, textSize), textSize)
    return linear(context, tokens, { name: 'multimodal_projector', inputSize: textSize, outputSize: textSize })
  })
}

/** One layer more, so that the global layer's features are not the last one's. */
const fineTower: SamTowerSpec = { ...tower, layers: 3 }
const low = siglipTower({ side: 2 })
const lowSide = 2

/** DeepSeek-VL's two encoders (arXiv:2403.05525, §3.1): SigLIP for meaning, Segment Anything for detail, side by side. */
function hybridFeatures(context: GraphContext): Value {
  const { graph } = context
  const pixels = imagePixels(context, { tower: low.spec })
  const fine = graph.input('high_res_pixel_values', 'float32', [batch, 3, tower.image, tower.image])
  const meaning = towerFeatures(context, pixels, { tower: low.spec, scope: 'vision_model' })
  const detail = highResolution(context, fine)
  return graph.scope('aligner', () => {
    const half = textSize / 2
    const seen = linear(context, meaning, { name: 'vision_proj', inputSize: visionSize, outputSize: half })
    const looked = linear(context, detail, { name: 'high_res_vision_proj', inputSize: 4 * outputChannels, outputSize: half })
    const both = activate(context, graph.node('Concat', [looked, seen], { axis: -1 }), 'gelu')
    return linear(context, both, { name: 'proj', inputSize: textSize, outputSize: textSize })
  })
}

/** The last layer's and the first global layer's features, each through a neck, the second scaled by a learned number. */
function highResolution(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  const kept: Value[] = []
  const last = graph.scope('high_res_vision_model.vision_encoder', () => {
    const x = samTower(context, pixels, fineTower, (layer, y) => layer === fineTower.globalLayers[0] && kept.push(y))
    return graph.scope('neck', () => samNeck(context, x, fineTower))
  })
  const middle = graph.scope('high_res_vision_neck', () => samNeck(context, kept[0]!, fineTower))
  const project = (x: Value): Value =>
    graph.scope('high_res_vision_proj', () => {
      const sizes = graph.constant('int64', [4 * lowSide, 4 * lowSide])
      const shape = graph.node('Concat', [graph.node('Shape', [x], { start: 0, end: 2 }), sizes], { axis: 0 })
      const resized = graph.node('Resize', [x, '', '', shape], { mode: 'linear', coordinate_transformation_mode: 'half_pixel' })
      const half = strided(context, resized, 'conv1', outputChannels, 2 * outputChannels)
      return strided(context, half, 'conv2', 2 * outputChannels, 4 * outputChannels)
    })
  const weighed = graph.node('Mul', [project(middle), context.weight('high_res_vision_alpha', [1], { mean: 0.5 })])
  return flattenGrid(context, graph.node('Add', [project(last), weighed]), 4 * outputChannels)
}

const qwen = qwen2({ keyValueHeads: 4, tied: true })
const llamaText = llama({ epsilon: 1e-6 })
const gotSpec = { decoder: qwen.spec, modalities: [{ token: imageToken, features: gotFeatures }] }

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('got_ocr2', {
    prefix: 'GotOcr2',
    config: { text_config: qwen.config, vision_config: samConfig('got_ocr2_vision'), image_token_index: imageToken, image_seq_length: 4 },
    spec: gotSpec,
    also: ['text-generation'],
  }),
  visionLanguageType('pp_chart2table', {
    prefix: 'GotOcr2',
    body: null,
    config: {
      text_config: qwen.config,
      vision_config: samConfig('pp_chart2table_vision'),
      image_token_index: imageToken,
      image_seq_length: 4,
    },
    spec: gotSpec,
    note: "upstream loads GOT-OCR 2's class with a configuration of its own",
  }),
  visionLanguageType('deepseek_vl_hybrid', {
    prefix: 'DeepseekVLHybrid',
    config: {
      text_config: llamaText.config,
      vision_config: low.config,
      high_res_vision_config: { ...samConfig('sam_vision_model'), num_hidden_layers: fineTower.layers },
      image_token_id: imageToken,
    },
    spec: { decoder: llamaText.spec, modalities: [{ token: imageToken, features: hybridFeatures }] },
  }),
]
