import type { Value } from '@vitest-hardware/onnx-graph'
import { waves } from '../../blocks/position.ts'
import { add, reshape, slice } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { activate } from '../../blocks/activation.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, repeatForBatch, tokenAt } from '../../blocks/patch.ts'
import { halfStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount, meanOfTokens } from '../../heads/vision.ts'
import type { GraphFile, ModelType, Task, TaskHead } from '../../model-type.ts'
import { labelMaps } from './labels.ts'

const [size, heads, innerSize, layers, image, frames] = [32, 4, 64, 2, 32, 4]
const sizes = {
  hidden_size: size,
  num_hidden_layers: layers,
  num_attention_heads: heads,
  intermediate_size: innerSize,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  initializer_range: 0.02,
  image_size: image,
  num_channels: 3,
  num_frames: frames,
} as const

/** Frames `[batch, frames, channels, height, width]`. */
function framesInput(context: GraphContext): Value {
  return context.graph.input('pixel_values', 'float32', [batch, frames, 3, image, image])
}

/** Blocks of `deep` frames and `patch` × `patch` pixels as tokens, time first (Arnab et al. 2021, arXiv:2103.15691, §3.2): `[batch, tokens, size]`. */
function tubelets(context: GraphContext, pixels: Value, name: string, deep: number, patch: number): Value {
  const { graph } = context
  const channelsFirst = graph.node('Transpose', [pixels], { perm: [0, 2, 1, 3, 4] })
  const grid = graph.scope(name, () => {
    const kernel = [deep, patch, patch]
    const weights = [context.weight('weight', [size, 3, ...kernel]), context.weight('bias', [size])]
    return graph.node('Conv', [channelsFirst, ...weights], { kernel_shape: kernel, strides: kernel })
  })
  return graph.node('Transpose', [reshape(context, grid, [0, size, -1])], { perm: [0, 2, 1] })
}

const layerNames = {
  query: 'attention.attention.query',
  key: 'attention.attention.key',
  value: 'attention.attention.value',
  output: 'attention.output.dense',
}

interface LayerOptions {
  readonly epsilon: number
  readonly keyBias: boolean
  readonly activation: 'gelu' | 'gelu_new'
}

/** ViT's layer: norms before attention and feed-forward. */
function layer(context: GraphContext, x: Value, { epsilon, keyBias, activation }: LayerOptions): Value {
  const norm = (value: Value, name: string): Value => layerNorm(context, value, { name, size, epsilon })
  const bias = { query: true, key: keyBias, value: true, output: true }
  const middle = add(context, attention(context, norm(x, 'layernorm_before'), { size, heads, names: layerNames, bias }), x)
  const fed = feedForward(context, norm(middle, 'layernorm_after'), {
    names: { up: 'intermediate.dense', down: 'output.dense' },
    size,
    innerSize,
    activation,
  })
  return add(context, fed, middle)
}

function stack(context: GraphContext, embedded: Value, options: LayerOptions): Value {
  let x = embedded
  for (let index = 0; index < layers; index++) x = context.graph.scope(`encoder.layer.${index}`, () => layer(context, x, options))
  return x
}

const videoTokens = (frames / 2) * (image / 8) ** 2

/** VideoMAE: tubelets with fixed sines, no bias on keys, and, where it classifies, the mean of the tokens, normed (Tong et al. 2022, arXiv:2203.12602). */
function videomae(context: GraphContext): Value {
  const { graph } = context
  const pixels = framesInput(context)
  return graph.scope('videomae', () => {
    const tokens = graph.scope('embeddings', () => {
      const patches = tubelets(context, pixels, 'patch_embeddings.projection', 2, 8)
      const table = { type: 'float32', dims: [1, videoTokens, size], data: waves(videoTokens, size) } as const
      return add(context, patches, context.fixed('position_embeddings', table))
    })
    return stack(context, tokens, { epsilon: 1e-12, keyBias: false, activation: 'gelu' })
  })
}

/** ViViT: tubelets, a class token and learned positions (Arnab et al. 2021, arXiv:2103.15691, §3.3, model 1). */
function vivit(context: GraphContext): Value {
  const { graph } = context
  const pixels = framesInput(context)
  return graph.scope('vivit', () => {
    const tokens = graph.scope('embeddings', () => {
      const patches = tubelets(context, pixels, 'patch_embeddings.projection', 2, 8)
      const first = repeatForBatch(context, context.weight('cls_token', [1, 1, size], { std: 1 }), patches, [1, size])
      const joined = graph.node('Concat', [first, patches], { axis: 1 })
      return add(context, joined, context.weight('position_embeddings', [1, videoTokens + 1, size], { std: 0.5 }))
    })
    const hidden = stack(context, tokens, { epsilon: 1e-6, keyBias: true, activation: 'gelu_new' })
    return layerNorm(context, hidden, { name: 'layernorm', size, epsilon: 1e-6 })
  })
}

const places = (image / 8) ** 2

/**
 * TimeSformer: in each layer the patches of one place attend over time, then those of one frame over space (Bertasius et al. 2021, arXiv:2102.05095, §3,
 * divided space-time attention).
 */
function timesformerLayer(context: GraphContext, x: Value): Value {
  const { graph } = context
  const norm = (value: Value, name: string): Value => layerNorm(context, value, { name, size, epsilon: 1e-6 })
  const attend = (value: Value, scope: string): Value => graph.scope(scope, () => fusedAttention(context, value))
  const first = slice(context, x, 1, 0, 1)
  const rest = slice(context, x, 1, 1)
  // [batch, places · frames, size], time fastest
  const overTime = reshape(context, rest, [-1, frames, size])
  const temporal = attend(norm(overTime, 'temporal_layernorm'), 'temporal_attention')
  const back = linear(context, reshape(context, temporal, [-1, places * frames, size]), {
    name: 'temporal_dense',
    inputSize: size,
    outputSize: size,
  })
  const timed = add(context, rest, back)
  const byFrame = graph.node('Transpose', [reshape(context, timed, [-1, places, frames, size])], { perm: [0, 2, 1, 3] })
  const overSpace = reshape(context, byFrame, [-1, places, size])
  const repeated = reshape(context, graph.node('Expand', [first, graph.constant('int64', [1, frames, 1])]), [-1, 1, size])
  const spatial = attend(norm(graph.node('Concat', [repeated, overSpace], { axis: 1 }), 'layernorm_before'), 'attention')
  // the class token is the mean of what it becomes in each frame
  const classes = graph.node(
    'ReduceMean',
    [reshape(context, slice(context, spatial, 1, 0, 1), [-1, frames, size]), graph.constant('int64', [1])],
    { keepdims: 1 },
  )
  const spaced = reshape(context, slice(context, spatial, 1, 1), [-1, frames, places, size])
  const spacedBack = reshape(context, graph.node('Transpose', [spaced], { perm: [0, 2, 1, 3] }), [-1, places * frames, size])
  const middle = add(context, graph.node('Concat', [first, timed], { axis: 1 }), graph.node('Concat', [classes, spacedBack], { axis: 1 }))
  const fed = feedForward(context, norm(middle, 'layernorm_after'), {
    names: { up: 'intermediate.dense', down: 'output.dense' },
    size,
    innerSize,
    activation: 'gelu',
  })
  return add(context, middle, fed)
}

/** One product for queries, keys and values. */
function fusedAttention(context: GraphContext, x: Value): Value {
  const { graph } = context
  const headSize = size / heads
  const fused = linear(context, x, { name: 'attention.qkv', inputSize: size, outputSize: 3 * size })
  const split = graph.node('Transpose', [reshape(context, fused, [0, 0, 3 * heads, headSize])], { perm: [0, 2, 1, 3] })
  const [query, key, value] = graph.nodes('Split', [split], { axis: 1, num_outputs: 3 }, { outputs: 3 }) as [Value, Value, Value]
  const scores = graph.node('Mul', [
    graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })]),
    graph.constant('float32', 1 / Math.sqrt(headSize)),
  ])
  const mixed = graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), value])
  return linear(context, reshape(context, graph.node('Transpose', [mixed], { perm: [0, 2, 1, 3] }), [0, 0, size]), {
    name: 'output.dense',
    inputSize: size,
    outputSize: size,
  })
}

function timesformer(context: GraphContext): Value {
  const { graph } = context
  const pixels = framesInput(context)
  return graph.scope('timesformer', () => {
    const embedded = graph.scope('embeddings', () => {
      const alone = reshape(context, pixels, [-1, 3, image, image])
      const patches = patchEmbedding(context, alone, { name: 'patch_embeddings.projection', channels: 3, size, patch: 8 })
      const first = repeatForBatch(context, context.weight('cls_token', [1, 1, size], { std: 1 }), patches, [1, size])
      const placed = add(
        context,
        graph.node('Concat', [first, patches], { axis: 1 }),
        context.weight('position_embeddings', [1, places + 1, size], { std: 0.5 }),
      )
      const byVideo = reshape(context, placed, [-1, frames, places + 1, size])
      const classToken = reshape(context, slice(context, slice(context, byVideo, 1, 0, 1), 2, 0, 1), [-1, 1, size])
      const overTime = graph.node('Transpose', [slice(context, byVideo, 2, 1)], { perm: [0, 2, 1, 3] })
      const timed = add(context, overTime, context.weight('time_embeddings', [1, 1, frames, size], { std: 0.5 }))
      return graph.node('Concat', [classToken, reshape(context, timed, [-1, places * frames, size])], { axis: 1 })
    })
    let x = embedded
    for (let index = 0; index < layers; index++) x = graph.scope(`encoder.layer.${index}`, () => timesformerLayer(context, x))
    return layerNorm(context, x, { name: 'layernorm', size, epsilon: 1e-6 })
  })
}

interface VideoType {
  readonly prefix: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly body: (context: GraphContext) => Value
  readonly tokens: number
  /** What the classifier reads of the tokens. */
  readonly summary: (context: GraphContext, hidden: Value) => Value
  /** A last norm that the bare model has and the classifier has not. @default none */
  readonly bareNorm?: boolean
  /** @default no pooler */
  readonly pooler?: string
  readonly processor: string
  readonly note: string
}

function videoType(
  type: string,
  { prefix, fields, body, tokens, summary, bareNorm = false, pooler, processor, note }: VideoType,
): ModelType {
  const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]
  const bare = one((context) => {
    const hidden = body(context)
    const normed = bareNorm ? layerNorm(context, hidden, { name: `${type}.layernorm`, size, epsilon: 1e-12 }) : hidden
    context.graph.output('last_hidden_state', normed, 'float32', [batch, tokens, size])
    if (pooler === undefined) return
    const dense = linear(context, tokenAt(context, normed, 0), { name: pooler, inputSize: size, outputSize: size })
    context.graph.output('pooler_output', activate(context, dense, 'tanh'), 'float32', [batch, size])
  })
  const classified = one((context) => {
    const logits = linear(context, summary(context, body(context)), { name: 'classifier', inputSize: size, outputSize: labelCount })
    context.graph.output('logits', logits, 'float32', [batch, labelCount])
  })
  const heads: Readonly<Record<Task, TaskHead>> = {
    'feature-extraction': { architecture: `${prefix}Model`, graphs: bare },
    'image-feature-extraction': { architecture: `${prefix}Model`, graphs: bare },
  }
  return {
    type,
    tasks: ['video-classification', ...Object.keys(heads)],
    config: { model_type: type, architectures: [`${prefix}ForVideoClassification`], ...sizes, ...fields, ...labelMaps(labelCount) },
    preprocessor: { kind: 'image', processorClass: processor },
    graphs: classified,
    heads,
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: processor,
        size: { shortest_edge: image },
        statistics: halfStatistics,
        crop: image,
      }),
    },
    transformersJs: null,
    note: `${note}; Transformers.js has no class for this type`,
  }
}

export const modelTypes: readonly ModelType[] = [
  videoType('videomae', {
    prefix: 'VideoMAE',
    fields: { patch_size: 8, tubelet_size: 2, qkv_bias: true, layer_norm_eps: 1e-12, use_mean_pooling: true },
    body: videomae,
    tokens: videoTokens,
    bareNorm: false,
    summary: (context, hidden) => layerNorm(context, meanOfTokens(context, hidden), { name: 'fc_norm', size, epsilon: 1e-12 }),
    processor: 'VideoMAEImageProcessor',
    note: 'blocks of two frames, fixed sines, no bias on keys; with `use_mean_pooling` the bare model has no last norm',
  }),
  videoType('vivit', {
    prefix: 'Vivit',
    fields: { tubelet_size: [2, 8, 8], hidden_act: 'gelu_fast', qkv_bias: true, layer_norm_eps: 1e-6 },
    body: vivit,
    tokens: videoTokens + 1,
    summary: (context, hidden) => tokenAt(context, hidden, 0),
    pooler: 'vivit.pooler.dense',
    processor: 'VivitImageProcessor',
    note: 'blocks of two frames and a class token with learned positions',
  }),
  videoType('timesformer', {
    prefix: 'Timesformer',
    fields: { patch_size: 8, attention_type: 'divided_space_time', qkv_bias: true, layer_norm_eps: 1e-6 },
    body: timesformer,
    tokens: places * frames + 1,
    summary: (context, hidden) => tokenAt(context, hidden, 0),
    processor: 'VideoMAEImageProcessor',
    note: 'attention over time, then over space, in each layer',
  }),
]
