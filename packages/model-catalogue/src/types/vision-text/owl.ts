import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { add } from '../../blocks/arithmetic.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { unitLength } from '../../blocks/normalise.ts'
import { clipStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import { log } from '../../exact-math.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, sequence } from '../../graphs/text-inputs.ts'
import { tokensFrom } from '../../heads/vision.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { clipTextTower, clipVisionTower } from './clip-towers.ts'
import { contrastiveOutputs, pairedPixels, pairedTextInputs } from './contrastive.ts'

const [size, projection, image, patch, queries] = [32, 24, 32, 8, 3]
const side = image / patch
const patches = side * side
const tower = {
  hidden_size: size,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  layer_norm_eps: 1e-5,
  hidden_act: 'quick_gelu',
} as const
const textConfig = {
  ...tower,
  model_type: 'owlvit_text_model',
  vocab_size: vocabularySize,
  max_position_embeddings: 16,
  bos_token_id: vocabularySize - 2,
  eos_token_id: vocabularySize - 1,
  pad_token_id: 0,
} as const
const visionConfig = { ...tower, model_type: 'owlvit_vision_model', num_channels: 3, image_size: image, patch_size: patch } as const

/** A box around each patch's own place, as the logits that a sigmoid turns into it (upstream's `compute_box_bias`): float32 `[patches, 4]`. */
function placeBias(): Float32Array {
  const logit = (share: number): number => log(share + 1e-4) - log(1 - share + 1e-4)
  return Float32Array.from({ length: patches * 4 }, (_, index) => {
    const [place, corner] = [Math.floor(index / 4), index % 4]
    const centre = corner === 0 ? ((place % side) + 1) / side : (Math.floor(place / side) + 1) / side
    return corner < 2 ? logit(Math.min(1, centre)) : logit(1 / side)
  })
}

/** Layers with GELU between them. */
function perceptron(context: GraphContext, x: Value, name: string, sizes: readonly number[]): Value {
  return sizes.slice(1).reduce((value, outputSize, index) => {
    const next = linear(context, value, { name: `${name}.dense${index}`, inputSize: sizes[index]!, outputSize })
    return index < sizes.length - 2 ? activate(context, next, 'gelu') : next
  }, x)
}

/**
 * OWL-ViT: CLIP whose patches each predict a box, and score the texts (Minderer et al. 2022, arXiv:2205.06230, §3.1). OWLv2 adds how likely a patch is any object
 * (Minderer et al. 2023, arXiv:2306.09683, §3.2).
 */
function detect(context: GraphContext, hasObjectness: boolean): void {
  const { graph } = context
  const asked = `${queries}*${batch}`
  const ids = graph.input('input_ids', 'int64', [asked, sequence])
  const attentionMask = graph.input('attention_mask', 'int64', [asked, sequence])
  const pixels = pairedPixels(context, { channels: 3, size: image, count: batch })
  const scope = hasObjectness ? 'owlv2' : 'owlvit'
  const text = graph.scope(scope, () => {
    const { pooled } = clipTextTower(context, { ids, attentionMask }, textConfig)
    return unitLength(context, linear(context, pooled, { name: 'text_projection', inputSize: size, outputSize: projection, bias: false }))
  })
  const seen = graph.scope(scope, () => {
    const { hidden } = clipVisionTower(context, pixels, visionConfig)
    return graph.scope('vision_model', () => layerNorm(context, hidden, { name: 'post_layernorm', size, epsilon: 1e-5 }))
  })
  const merged = graph.node('Mul', [tokensFrom(context, seen, 1), tokensFrom(context, seen, 0, 1)])
  const features = layerNorm(context, merged, { name: 'layer_norm', size, epsilon: 1e-5 })
  const offsets = perceptron(context, features, 'box_head', [size, size, size, 4])
  const bias = context.fixed('box_bias', { type: 'float32', dims: [patches, 4], data: placeBias() })
  graph.output('pred_boxes', activate(context, add(context, offsets, bias), 'sigmoid'), 'float32', [batch, patches, 4])
  const perImage = graph.node('Reshape', [text, graph.constant('int64', [-1, queries, projection])])
  const classes = unitLength(context, linear(context, features, { name: 'class_head.dense0', inputSize: size, outputSize: projection }))
  const scores = graph.node('MatMul', [classes, graph.node('Transpose', [perImage], { perm: [0, 2, 1] })])
  const shift = linear(context, features, { name: 'class_head.logit_shift', inputSize: size, outputSize: 1 })
  const scale = add(
    context,
    graph.node('Elu', [linear(context, features, { name: 'class_head.logit_scale', inputSize: size, outputSize: 1 })]),
    graph.constant('float32', 1),
  )
  graph.output('logits', graph.node('Mul', [add(context, scores, shift), scale]), 'float32', [batch, patches, queries])
  if (!hasObjectness) return
  const objectness = perceptron(context, features, 'objectness_head', [size, size, size, 1])
  graph.output('objectness_logits', graph.node('Squeeze', [objectness, graph.constant('int64', [2])]), 'float32', [batch, patches])
}

/** The bare model compares as CLIP does. */
function compare(context: GraphContext): void {
  const inputs = pairedTextInputs(context, true)
  const pixels = pairedPixels(context, { channels: 3, size: image })
  const project = (x: Value, name: string): Value => linear(context, x, { name, inputSize: size, outputSize: projection, bias: false })
  contrastiveOutputs(context, {
    text: project(clipTextTower(context, inputs, textConfig).pooled, 'text_projection'),
    image: project(clipVisionTower(context, pixels, visionConfig).pooled, 'visual_projection'),
    size: projection,
    scale: 2.6592,
  })
}

function owlType(type: 'owlvit' | 'owlv2', prefix: string, processor: string, note: string): ModelType {
  return {
    type,
    tasks: ['zero-shot-object-detection', 'feature-extraction'],
    config: {
      model_type: type,
      architectures: [`${prefix}ForObjectDetection`],
      text_config: textConfig,
      vision_config: visionConfig,
      projection_dim: projection,
      logit_scale_init_value: 2.6592,
    },
    preprocessor: { kind: 'multimodal', tokenizer: 'CLIPTokenizer', processorClass: `${prefix}Processor`, imageProcessorClass: processor },
    graphs: [{ name: 'model', build: (context) => detect(context, type === 'owlv2') }],
    heads: { 'feature-extraction': { architecture: `${prefix}Model`, graphs: [{ name: 'model', build: compare }] } },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: processor,
        processorClass: `${prefix}Processor`,
        size: { height: image, width: image },
        statistics: clipStatistics,
        resample: 'bicubic',
      }),
    },
    transformersJs: null,
    note: `${note}; three texts for each image. Transformers.js’ class takes another order of inputs and is not tried`,
  }
}

export const modelTypes: readonly ModelType[] = [
  owlType('owlvit', 'OwlViT', 'OwlViTImageProcessor', 'patches of CLIP’s tower predict boxes and score texts'),
  owlType('owlv2', 'Owlv2', 'Owlv2ImageProcessor', 'OWL-ViT with a score for any object'),
]
