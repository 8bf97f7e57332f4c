import type { Value } from '@vitest-hardware/onnx-graph'
import { efficientNet, type EfficientNetSpec } from '../../architectures/efficientnet.ts'
import { tanhPooler, visionTransformer, type VisionTransformerSpec, vitNames } from '../../architectures/vision-transformer.ts'
import { visionTower } from '../../architectures/vision-tower.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { tokenAt } from '../../blocks/patch.ts'
import { halfStatistics, imageNetStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount, meanOfGrid, meanOfTokens, tokensFrom } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { labelMaps } from '../vision/labels.ts'
import { clipTextTower, clipVisionTower } from './clip-towers.ts'
import { pairedPixels } from './contrastive.ts'
import {
  clipScale,
  contrastiveType,
  pairedBertConfig,
  pairedClipText,
  pairedClipTower,
  pairedClipVision,
  pairSizes,
  projected,
} from './contrastive-type.ts'
import { pairedBert, pairedRoberta } from './paired-bert.ts'

const { size } = pairSizes

/** CLIP's image side, class token projected. */
const clipImage = (context: GraphContext, pixels: Value): Value =>
  projected(context, clipVisionTower(context, pixels, pairedClipVision).pooled, 'visual_projection')

const metaText = { ...pairedClipText, model_type: 'metaclip_2_text_model', bos_token_id: 0, eos_token_id: 2, pad_token_id: 1 }
const altText = {
  ...pairedBertConfig,
  model_type: 'altclip_text_model',
  type_vocab_size: 1,
  layer_norm_eps: 1e-5,
  pad_token_id: 1,
  bos_token_id: 0,
  project_dim: size,
}

/** AltCLIP's text side: XLM-RoBERTa, a norm and a layer on the first token (Chen et al. 2022, arXiv:2211.06679, §3.1). */
function altTextTower(context: GraphContext, text: Parameters<typeof pairedBert>[1]): Value {
  return context.graph.scope('text_model', () => {
    const hidden = context.graph.scope('roberta', () => pairedRoberta(context, text, altText))
    const first = layerNorm(context, tokenAt(context, hidden, 0), { name: 'pre_LN', size, epsilon: altText.layer_norm_eps })
    return linear(context, first, { name: 'transformation', inputSize: size, outputSize: altText.project_dim })
  })
}

/** ALIGN's network (Jia et al. 2021, arXiv:2102.05918, §4.1): EfficientNet without its widening last layer. */
const alignVision: EfficientNetSpec = {
  width: 0.5,
  depth: 1,
  kernels: [3, 5],
  inputs: [32, 16],
  outputs: [16, 48],
  strides: [1, 2],
  repeats: [1, 2],
  expansions: [1, 4],
  squeezeRatio: 0.25,
  activation: 'silu',
  epsilon: 1e-3,
  top: false,
}
const alignText = { ...pairedBertConfig, model_type: 'align_text_model' }

const dualVit: VisionTransformerSpec = {
  image: pairSizes.image,
  patch: pairSizes.patch,
  size,
  layers: pairSizes.layers,
  heads: pairSizes.heads,
  innerSize: pairSizes.inner,
  activation: 'gelu',
  epsilon: 1e-12,
  names: vitNames,
  prefix: [{ name: 'cls_token', count: 1 }],
}

function metaClassifier(context: GraphContext): void {
  const pixels = pairedPixels(context, { channels: 3, size: pairSizes.image, count: batch })
  const hidden = context.graph.scope('vision_model', () => visionTower(context, pixels, pairedClipTower))
  const mean = meanOfTokens(context, tokensFrom(context, hidden, 1))
  const logits = linear(context, mean, { name: 'classifier', inputSize: size, outputSize: labelCount })
  context.graph.output('logits', logits, 'float32', [batch, labelCount])
}

export const modelTypes: readonly ModelType[] = [
  contrastiveType('chinese_clip', {
    architecture: 'ChineseCLIPModel',
    config: {
      text_config: { ...pairedBertConfig, model_type: 'chinese_clip_text_model' },
      vision_config: { ...pairedClipVision, model_type: 'chinese_clip_vision_model' },
      logit_scale_init_value: clipScale,
    },
    scale: clipScale,
    text: (context, inputs) => {
      const hidden = context.graph.scope('text_model', () => pairedBert(context, inputs, pairedBertConfig))
      return projected(context, tokenAt(context, hidden, 0), 'text_projection')
    },
    image: clipImage,
    processor: { tokenizer: 'BertTokenizer', processorClass: 'ChineseCLIPProcessor', imageProcessorClass: 'ChineseCLIPFeatureExtractor' },
    modelClass: 'ChineseCLIPModel',
    note: "a text tower of BERT, read at its first token, beside CLIP's vision tower; the image processor has the name of published folders, the only one that Transformers.js knows",
  }),
  contrastiveType('metaclip_2', {
    architecture: 'MetaClip2Model',
    config: {
      text_config: metaText,
      vision_config: { ...pairedClipVision, model_type: 'metaclip_2_vision_model' },
      logit_scale_init_value: clipScale,
    },
    scale: clipScale,
    text: (context, inputs) => projected(context, clipTextTower(context, inputs, metaText).pooled, 'text_projection'),
    image: clipImage,
    heads: {
      'image-classification': {
        architecture: 'MetaClip2ForImageClassification',
        graphs: [{ name: 'model', build: metaClassifier }],
        config: labelMaps(labelCount),
      },
    },
    processor: { tokenizer: null, processorClass: 'CLIPProcessor', imageProcessorClass: 'CLIPImageProcessor' },
    note: "CLIP's towers with XLM-V's vocabulary, whose end token is 2; Transformers.js has no class for it",
  }),
  contrastiveType('altclip', {
    architecture: 'AltCLIPModel',
    config: {
      text_config: altText,
      vision_config: { ...pairedClipVision, model_type: 'altclip_vision_model' },
      logit_scale_init_value: clipScale,
    },
    scale: clipScale,
    text: (context, inputs) => projected(context, altTextTower(context, inputs), 'text_projection'),
    image: clipImage,
    processor: { tokenizer: null, processorClass: 'AltCLIPProcessor', imageProcessorClass: 'CLIPImageProcessor' },
    note: 'XLM-RoBERTa with a norm and a layer behind as text tower; Transformers.js has no class for it',
  }),
  contrastiveType('align', {
    architecture: 'AlignModel',
    config: {
      text_config: alignText,
      vision_config: {
        model_type: 'align_vision_model',
        num_channels: 3,
        image_size: pairSizes.image,
        width_coefficient: alignVision.width,
        depth_coefficient: alignVision.depth,
        depth_divisor: 8,
        kernel_sizes: alignVision.kernels,
        in_channels: alignVision.inputs,
        out_channels: alignVision.outputs,
        strides: alignVision.strides,
        num_block_repeats: alignVision.repeats,
        expand_ratios: alignVision.expansions,
        squeeze_expansion_ratio: alignVision.squeezeRatio,
        hidden_act: 'swish',
        hidden_dim: pairSizes.projection,
        batch_norm_eps: alignVision.epsilon,
      },
      temperature_init_value: 1,
    },
    scale: 1,
    isTemperature: true,
    text: (context, inputs) => {
      const hidden = context.graph.scope('text_model', () => pairedBert(context, inputs, alignText))
      return projected(context, tokenAt(context, hidden, 0), 'text_projection', true)
    },
    image: (context, pixels) =>
      meanOfGrid(
        context,
        context.graph.scope('vision_model', () => efficientNet(context, pixels, alignVision).value),
      ),
    processor: { tokenizer: 'BertTokenizer', processorClass: 'AlignProcessor', imageProcessorClass: 'EfficientNetImageProcessor' },
    statistics: imageNetStatistics,
    note: 'images are not projected, and cosines are divided by a temperature; Transformers.js has no class for it',
  }),
  contrastiveType('vision-text-dual-encoder', {
    architecture: 'VisionTextDualEncoderModel',
    task: 'feature-extraction',
    config: {
      text_config: { ...pairedBertConfig, model_type: 'bert' },
      vision_config: { ...pairedClipVision, model_type: 'vit', hidden_act: 'gelu', layer_norm_eps: 1e-12 },
      logit_scale_init_value: clipScale,
    },
    scale: clipScale,
    text: (context, inputs) => {
      const pooled = context.graph.scope('text_model', () =>
        tanhPooler(context, tokenAt(context, pairedBert(context, inputs, pairedBertConfig), 0), size),
      )
      return projected(context, pooled, 'text_projection')
    },
    image: (context, pixels) => {
      const pooled = context.graph.scope('vision_model', () =>
        tanhPooler(context, tokenAt(context, visionTransformer(context, pixels, dualVit).hidden, 0), size),
      )
      return projected(context, pooled, 'visual_projection')
    },
    processor: { tokenizer: 'BertTokenizer', processorClass: 'VisionTextDualEncoderProcessor', imageProcessorClass: 'ViTImageProcessor' },
    statistics: halfStatistics,
    note: 'ViT and BERT as towers, both read through their poolers; any two are possible; Transformers.js has no class for it',
  }),
]
