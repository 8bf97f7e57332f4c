import type { Value } from '@vitest-hardware/onnx-graph'
import { attention } from '../../blocks/attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding } from '../../blocks/patch.ts'
import { joinWindows, partitionWindows, rollGrid, shiftedWindowMask, windowBias } from '../../blocks/shifted-window.ts'
import { imageNetStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { labelMaps } from './labels.ts'

const labels = 10
const config = {
  model_type: 'swin',
  architectures: ['SwinForImageClassification'],
  image_size: 32,
  patch_size: 2,
  num_channels: 3,
  embed_dim: 16,
  depths: [2, 2],
  num_heads: [2, 4],
  window_size: 4,
  mlp_ratio: 4,
  qkv_bias: true,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  drop_path_rate: 0.1,
  use_absolute_embeddings: false,
  initializer_range: 0.02,
  layer_norm_eps: 1e-5,
  encoder_stride: 32,
  num_layers: 2,
  hidden_size: 32,
  ...labelMaps(labels),
} as const

const { layer_norm_eps: epsilon, window_size: window } = config

/** A stage's grid. */
interface Stage {
  readonly side: number
  readonly size: number
  readonly heads: number
}

/** Attention within windows, those of every second layer shifted by half a window; `[batch, side², size]` keeps its shape. */
function windowAttention(context: GraphContext, x: Value, { side, size, heads }: Stage, shift: number): Value {
  const { graph } = context
  const sizes = { side, window, size }
  const grid = graph.node('Reshape', [x, graph.constant('int64', [-1, side, side, size])])
  const windows = partitionWindows(context, rollGrid(context, grid, -shift), sizes)
  const attended = graph.scope('attention', () => {
    const bias = graph.scope('self', () => windowBias(context, { window, heads }))
    const biases = shift === 0 ? [bias] : [bias, repeatMask(context, windows, { side, shift })]
    const names = { query: 'self.query', key: 'self.key', value: 'self.value', output: 'output.dense' }
    return attention(context, windows, { size, heads, names, biases })
  })
  const joined = rollGrid(context, joinWindows(context, attended, sizes), shift)
  return graph.node('Reshape', [joined, graph.constant('int64', [-1, side * side, size])])
}

/** The mask of all windows for each item of the batch: `[batch·windows, 1, window², window²]`. */
function repeatMask(context: GraphContext, windows: Value, { side, shift }: { readonly side: number; readonly shift: number }): Value {
  const { graph } = context
  const mask = context.fixed('attn_mask', shiftedWindowMask({ side, window, shift }))
  const [count, area] = [(side / window) ** 2, window * window]
  const rows = graph.node('Slice', [graph.node('Shape', [windows]), graph.constant('int64', [0]), graph.constant('int64', [1])])
  const items = graph.node('Div', [rows, graph.constant('int64', [count])])
  const repeated = graph.node('Expand', [mask, graph.node('Concat', [items, graph.constant('int64', [count, 1, area, area])], { axis: 0 })])
  return graph.node('Reshape', [repeated, graph.constant('int64', [-1, 1, area, area])])
}

function layer(context: GraphContext, x: Value, stage: Stage, shift: number): Value {
  const { graph } = context
  const { size } = stage
  const attended = graph.node('Add', [
    x,
    windowAttention(context, layerNorm(context, x, { name: 'layernorm_before', size, epsilon }), stage, shift),
  ])
  const fed = feedForward(context, layerNorm(context, attended, { name: 'layernorm_after', size, epsilon }), {
    names: { up: 'intermediate.dense', down: 'output.dense' },
    size,
    innerSize: config.mlp_ratio * size,
    activation: config.hidden_act,
  })
  return graph.node('Add', [attended, fed])
}

/** Four neighbours become one token of twice the size: `[batch, side², size] → [batch, side²/4, 2·size]`. */
function mergePatches(context: GraphContext, x: Value, { side, size }: Stage): Value {
  const { graph } = context
  const half = side / 2
  const cells = graph.node('Reshape', [x, graph.constant('int64', [-1, half, 2, half, 2, size])])
  // within a token, columns follow slower than rows, as upstream concatenates them
  const joined = graph.node('Reshape', [
    graph.node('Transpose', [cells], { perm: [0, 1, 3, 4, 2, 5] }),
    graph.constant('int64', [-1, half * half, 4 * size]),
  ])
  const normal = layerNorm(context, joined, { name: 'norm', size: 4 * size, epsilon })
  return linear(context, normal, { name: 'reduction', inputSize: 4 * size, outputSize: 2 * size, bias: false })
}

function build(context: GraphContext): void {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: config.num_channels, size: config.image_size })
  const hidden = graph.scope('swin', () => {
    let x = graph.scope('embeddings', () => {
      const patches = patchEmbedding(context, pixels, {
        name: 'patch_embeddings.projection',
        channels: config.num_channels,
        size: config.embed_dim,
        patch: config.patch_size,
      })
      return layerNorm(context, patches, { name: 'norm', size: config.embed_dim, epsilon })
    })
    config.depths.forEach((depth, index) => {
      const stage = {
        side: config.image_size / config.patch_size / 2 ** index,
        size: config.embed_dim * 2 ** index,
        heads: config.num_heads[index]!,
      }
      x = graph.scope(`encoder.layers.${index}`, () => {
        let y = x
        for (let block = 0; block < depth; block++)
          y = graph.scope(`blocks.${block}`, () => layer(context, y, stage, block % 2 === 0 ? 0 : window / 2))
        return index === config.depths.length - 1 ? y : graph.scope('downsample', () => mergePatches(context, y, stage))
      })
    })
    return layerNorm(context, x, { name: 'layernorm', size: config.hidden_size, epsilon })
  })
  const pooled = graph.node('ReduceMean', [hidden, graph.constant('int64', [1])], { keepdims: 0 })
  graph.output('logits', linear(context, pooled, { name: 'classifier', inputSize: config.hidden_size, outputSize: labels }), 'float32', [
    batch,
    labels,
  ])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'swin',
    tasks: ['image-classification'],
    config,
    preprocessor: { kind: 'image', processorClass: 'ViTImageProcessor' },
    graphs: [{ name: 'model', build }],
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'ViTImageProcessor',
        size: { height: config.image_size, width: config.image_size },
        statistics: imageNetStatistics,
        resample: 'bicubic',
      }),
    },
    transformersJs: { autoClass: 'AutoModelForImageClassification', modelClass: 'SwinForImageClassification' },
  },
]
