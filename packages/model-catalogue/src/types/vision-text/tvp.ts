import type { Value } from '@vitest-hardware/onnx-graph'
import { residualFeatureMaps, type ResidualSpec } from '../../architectures/residual-network.ts'
import { tanhPooler } from '../../architectures/vision-transformer.ts'
import { reshape } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { convolution } from '../../blocks/convolution.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch, tokenAt } from '../../blocks/patch.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import { halfStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const image = 128
const border = 16
const promptTokens = 3
const frames = 2

const backbone: ResidualSpec = {
  stem: 'pooled',
  stemSize: 8,
  sizes: [16, 24, 32, 32],
  depths: [1, 1, 1, 1],
  layer: { kind: 'bottleneck', strideInFirst: true },
  activation: 'relu',
  downsampleInFirstStage: false,
}

const config = {
  model_type: 'tvp',
  architectures: ['TvpModel'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  max_position_embeddings: 64,
  max_grid_col_position_embeddings: 8,
  max_grid_row_position_embeddings: 8,
  type_vocab_size: 2,
  hidden_act: 'gelu',
  layer_norm_eps: 1e-12,
  num_frames: frames,
  max_img_size: image,
  visual_prompter_type: 'framepad',
  visual_prompter_apply: 'replace',
  visual_prompt_size: border,
  backbone_config: {
    model_type: 'resnet',
    embedding_size: backbone.stemSize,
    hidden_sizes: backbone.sizes,
    depths: backbone.depths,
    layer_type: 'bottleneck',
    out_features: ['stage4'],
  },
} as const
const { hidden_size: size, layer_norm_eps: epsilon } = config
const side = image / 32 / 2

/** A learned frame around each picture of the video (Zhang et al. 2023, arXiv:2303.04995, §3.2). */
function promptedFrames(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  const bar = (name: string, height: number, width: number): Value => context.weight(name, [1, frames, 3, height, width], { std: 0.3 })
  const inner = image - 2 * border
  return graph.scope('visual_prompter', () => {
    const empty = graph.node('ConstantOfShape', [graph.constant('int64', [1, frames, 3, inner, inner])])
    const middle = graph.node('Concat', [bar('pad_left', inner, border), empty, bar('pad_right', inner, border)], { axis: 4 })
    const frame = graph.node('Concat', [bar('pad_up', border, image), middle, bar('pad_down', border, image)], { axis: 3 })
    return graph.node('Add', [pixels, frame])
  })
}

/** The last stage of a ResNet, narrowed, halved and averaged over time, with a place by row and column: `[batch, side², size]`. */
function seeVideo(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  const grid = graph.scope('vision_model', () => {
    const flat = reshape(context, pixels, [-1, 3, image, image])
    const last = graph.scope('backbone', () => residualFeatureMaps(context, flat, backbone)).at(-1)!
    const narrow = convolution(context, last.value, {
      name: 'grid_encoder_conv',
      inputChannels: last.channels,
      outputChannels: size,
      kernel: [3, 3],
      padding: 1,
      bias: false,
    })
    const halved = graph.node('Relu', [graph.node('MaxPool', [narrow], { kernel_shape: [2, 2], strides: [2, 2] })])
    return graph.node('Transpose', [reshape(context, halved, [-1, frames, size, side, side])], { perm: [0, 1, 3, 4, 2] })
  })
  return graph.scope('visual_embeddings', () => {
    const mean = graph.node('ReduceMean', [grid, graph.constant('int64', [1])], { keepdims: 0 })
    const order = graph.constant(
      'int64',
      Array.from({ length: side }, (_, index) => index),
    )
    const table = (name: string, count: number): Value => embedding(context, { name, count, size, std: 0.5 }).lookup(order)
    const rows = reshape(context, table('row_position_embeddings', config.max_grid_row_position_embeddings), [1, side, 1, size])
    const columns = reshape(context, table('col_position_embeddings', config.max_grid_col_position_embeddings), [1, 1, side, size])
    const tokens = reshape(context, graph.node('Add', [mean, graph.node('Add', [rows, columns])]), [0, -1, size])
    const kind = embedding(context, { name: 'token_type_embeddings', count: 1, size, std: 0.5 }).lookup(graph.constant('int64', [0]))
    return layerNorm(context, graph.node('Add', [tokens, kind]), { name: 'layer_norm', size, epsilon })
  })
}

function readText(context: GraphContext, ids: Value): Value {
  const { graph } = context
  return graph.scope('embeddings', () => {
    const words = embedding(context, { name: 'word_embeddings', count: vocabularySize, size }).lookup(ids)
    const kinds = embedding(context, { name: 'token_type_embeddings', count: config.type_vocab_size, size, std: 0.5 })
    const positions = learnedPositions(context, {
      name: 'position_embeddings',
      count: config.max_position_embeddings,
      size,
      positions: positionRange(context, ids),
    })
    const typed = graph.node('Add', [graph.node('Add', [words, positions]), kinds.lookup(graph.constant('int64', [0]))])
    return layerNorm(context, typed, { name: 'layer_norm', size, epsilon })
  })
}

const names = { query: 'query', key: 'key', value: 'value', output: 'dense' }

function layer(context: GraphContext, x: Value, mask: Value): Value {
  const { graph } = context
  const attended = graph.scope('attention', () => {
    const seen = attention(context, x, { size, heads: config.num_attention_heads, names, biases: [mask] })
    return layerNorm(context, graph.node('Add', [seen, x]), { name: 'layer_norm', size, epsilon })
  })
  const options = { names: { up: 'intermediate.dense', down: 'output.dense' }, size, innerSize: 64, activation: 'gelu' } as const
  const fed = feedForward(context, attended, options)
  return layerNorm(context, graph.node('Add', [fed, attended]), { name: 'output.layer_norm', size, epsilon })
}

function build(context: GraphContext): void {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const pixels = graph.input('pixel_values', 'float32', [batch, frames, 3, image, image])
  const attentionMask = idsInput(context, 'attention_mask')
  const ones = (count: number): Value => repeatForBatch(context, graph.constant('int64', [1]), ids, [count])
  const video = seeVideo(context, promptedFrames(context, pixels))
  const prompt = repeatForBatch(context, context.weight('text_prompt', [1, promptTokens, size], { std: 1 }), ids, [promptTokens, size])
  const mask = paddingMask(context, graph.node('Concat', [ones(promptTokens), attentionMask, ones(side ** 2)], { axis: 1 }))
  let x = graph.node('Concat', [prompt, readText(context, ids), video], { axis: 1 })
  for (let index = 0; index < config.num_hidden_layers; index++) x = graph.scope(`encoder.layer.${index}`, () => layer(context, x, mask))
  graph.output('last_hidden_state', x, 'float32', [batch, `${promptTokens + side ** 2} + ${sequence}`, size])
  graph.output('pooler_output', tanhPooler(context, tokenAt(context, x, 0), size), 'float32', [batch, size])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'tvp',
    tasks: ['feature-extraction'],
    config,
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'BertTokenizer',
      processorClass: 'TvpProcessor',
      imageProcessorClass: 'TvpImageProcessor',
    },
    graphs: [{ name: 'model', build }],
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'TvpImageProcessor',
        processorClass: 'TvpProcessor',
        size: { height: image, width: image },
        statistics: halfStatistics,
      }),
    },
    transformersJs: null,
    note: 'a learned frame around each picture and three learned words, where upstream has ten; Transformers.js has no class for it',
  },
]
