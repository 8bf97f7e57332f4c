import type { Value } from '@vitest-hardware/onnx-graph'
import { type GridImages, gridTower, type GridTowerSpec } from '../../architectures/grid-tower.ts'
import { clipNames } from '../../architectures/vision-tower.ts'
import { attentionPool } from '../../blocks/attention-pool.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch, tokenAt } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount } from '../../heads/vision.ts'
import { gridSide } from '../../inputs/vision-language-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { gridBase, gridPatch, gridSize } from '../vision-language/grid-features.ts'
import { labelMaps } from '../vision/labels.ts'
import { contrastiveOutputs, imageBatch, pairedTextInputs } from './contrastive.ts'
import { siglipTextTower } from './siglip-towers.ts'
import { towerFeedForward } from './tower-layers.ts'

const patches = gridSide * gridSide
const values = 3 * gridPatch * gridPatch
const positionSide = 3

const text = {
  model_type: 'siglip2_text_model',
  vocab_size: vocabularySize,
  hidden_size: gridSize,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  max_position_embeddings: 64,
  hidden_act: 'gelu_pytorch_tanh',
  layer_norm_eps: 1e-6,
  projection_size: gridSize,
} as const

const { theta: _, ...withoutRotation } = gridBase

/** Patches of images of any shape; positions are resized to each (Tschannen et al. 2025, arXiv:2502.14786, §2.4.2). They only grow here, so that smoothing changes nothing. */
const tower: GridTowerSpec = {
  ...withoutRotation,
  temporal: 1,
  order: 'rows',
  activation: text.hidden_act,
  epsilon: text.layer_norm_eps,
  norm: 'layer',
  names: clipNames,
  patches: { name: 'patch_embedding', bias: true, kind: 'linear' },
  embeddingScope: 'embeddings',
  after: 'post_layernorm',
  positions: { name: 'position_embedding', side: positionSide, mode: 'linear-half-pixel' },
}

interface Seen {
  readonly hidden: Value
  readonly attentionMask: Value
  readonly mask: Value
}

function images(context: GraphContext, count: string): Seen {
  const { graph } = context
  const pixels = graph.input('pixel_values', 'float32', [count, patches, values])
  const attentionMask = graph.input('pixel_attention_mask', 'int64', [count, patches])
  const shapes = graph.input('spatial_shapes', 'int64', [count, 2])
  const frames = repeatForBatch(context, graph.constant('int64', [1]), shapes, [1])
  const mask = paddingMask(context, attentionMask)
  const given: GridImages = {
    pixels: graph.node('Reshape', [pixels, graph.constant('int64', [-1, values])]),
    grid: graph.node('Concat', [frames, shapes], { axis: 1 }),
    mask,
  }
  return { hidden: graph.scope('vision_model', () => gridTower(context, given, tower)), attentionMask, mask }
}

/** A learned query that attends to the patches that are there, and a network behind. */
function pool(context: GraphContext, { hidden, mask }: Seen): Value {
  const { graph } = context
  return graph.scope('vision_model.head', () => {
    const attended = attentionPool(context, hidden, { size: gridSize, heads: tower.heads, mask })
    const sizes = { ...text, hidden_size: gridSize, intermediate_size: tower.innerSize }
    const normed = layerNorm(context, attended, { name: 'layernorm', size: gridSize, epsilon: text.layer_norm_eps })
    return tokenAt(context, graph.node('Add', [attended, towerFeedForward(context, normed, sizes)]), 0)
  })
}

function build(context: GraphContext): void {
  const { ids } = pairedTextInputs(context, false)
  contrastiveOutputs(context, {
    text: siglipTextTower(context, ids, text).pooled,
    image: pool(context, images(context, imageBatch)),
    size: gridSize,
    scale: Math.LN10,
    bias: -10,
  })
}

/** The mean of the patches that are there, classified. */
function classify(context: GraphContext): void {
  const { graph } = context
  const { hidden, attentionMask } = images(context, batch)
  const weights = graph.node('Unsqueeze', [graph.node('Cast', [attentionMask], { to: 1 }), graph.constant('int64', [-1])])
  const sum = (x: Value): Value => graph.node('ReduceSum', [x, graph.constant('int64', [1])], { keepdims: 0 })
  const mean = graph.node('Div', [sum(graph.node('Mul', [hidden, weights])), sum(weights)])
  const logits = linear(context, mean, { name: 'classifier', inputSize: gridSize, outputSize: labelCount })
  graph.output('logits', logits, 'float32', [batch, labelCount])
}

const graphs = [{ name: 'model', build }] as const

export const modelTypes: readonly ModelType[] = [
  {
    type: 'siglip2',
    tasks: ['zero-shot-image-classification', 'feature-extraction', 'image-classification'],
    config: {
      model_type: 'siglip2',
      architectures: ['Siglip2Model'],
      text_config: text,
      vision_config: {
        model_type: 'siglip2_vision_model',
        hidden_size: gridSize,
        intermediate_size: tower.innerSize,
        num_hidden_layers: tower.layers,
        num_attention_heads: tower.heads,
        num_channels: 3,
        num_patches: positionSide ** 2,
        patch_size: gridPatch,
        hidden_act: tower.activation,
        layer_norm_eps: tower.epsilon,
      },
    },
    preprocessor: { kind: 'none' },
    graphs,
    heads: {
      'feature-extraction': { architecture: 'Siglip2Model', graphs },
      'image-classification': {
        architecture: 'Siglip2ForImageClassification',
        graphs: [{ name: 'model', build: classify }],
        config: labelMaps(labelCount),
      },
    },
    transformersJs: null,
    note: 'images are lists of patches with a mask, all of one call of the first one’s shape; Transformers.js has no class for it, and no tokenizer here is Gemma’s with SigLIP’s template',
  },
]
