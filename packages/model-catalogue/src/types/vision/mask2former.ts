import type { Value } from '@vitest-hardware/onnx-graph'
import { boxLayers, sinePlaces } from '../../architectures/detection-transformer.ts'
import { swinFeatureMaps, type SwinSpec } from '../../architectures/swin.ts'
import { activate } from '../../blocks/activation.ts'
import { add } from '../../blocks/arithmetic.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { convolution } from '../../blocks/convolution.ts'
import { cellReferences, deformableAttention, type LevelSize } from '../../blocks/deformable-attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { groupNorm, layerNorm } from '../../blocks/norm.ts'
import { flattenGrid, repeatForBatch } from '../../blocks/patch.ts'
import { resizeLike, resizeTo } from '../../blocks/resize.ts'
import { imageNetStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { type FeatureMap, labelCount, tokensToGrid } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const [image, size, heads, innerSize, encoderLayers, queries, points, groups] = [32, 32, 4, 64, 1, 6, 2, 8]
const swin: SwinSpec = {
  image,
  patch: 2,
  size: 8,
  depths: [2, 1, 1, 1],
  heads: [2, 2, 4, 4],
  window: 4,
  mlpRatio: 2,
  activation: 'gelu',
  epsilon: 1e-5,
}
const fine = image / swin.patch
/** The three coarser maps, the coarsest first. */
const levels: readonly LevelSize[] = [8, 4, 2].map((stride) => ({ height: fine / stride, width: fine / stride }))
const cellCount = levels.reduce((sum, { height, width }) => sum + height * width, 0)
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })

/** Convolution and norm over groups. */
function unit(
  context: GraphContext,
  x: Value,
  names: readonly [string, string],
  inputChannels: number,
  kernel: number,
  bias: boolean,
): Value {
  const convolved = convolution(context, x, {
    name: names[0],
    inputChannels,
    outputChannels: size,
    kernel: [kernel, kernel],
    padding: (kernel - 1) / 2,
    bias,
  })
  return groupNorm(context, convolved, { name: names[1], size, epsilon: 1e-5, groups })
}

/** Sines of each cell of a level, `[1, cells, size]`. */
function placesOf(context: GraphContext, { height, width }: LevelSize): Value {
  const whole = context.graph.node('Expand', [context.graph.constant('float32', 1), context.graph.constant('int64', [1, height, width])])
  return sinePlaces(context, whole, size)
}

interface Pixels {
  /** `[batch, size, fine, fine]` */
  readonly embeddings: Value
  /** Maps by level, `[batch, cells, size]`. */
  readonly scales: readonly Value[]
}

/** Deformable attention over three scales, and the finest map beside them (Cheng et al. 2022, arXiv:2112.01527, §3.2.2). */
function pixelDecoder(context: GraphContext, maps: readonly FeatureMap[]): Pixels {
  const { graph } = context
  const coarse = maps.slice(1).toReversed()
  const parts = coarse.map(({ value, channels }, level) =>
    flattenGrid(context, unit(context, value, [`input_projections.${level}.0`, `input_projections.${level}.1`], channels, 1, true), size),
  )
  const kinds = context.weight('level_embed', [levels.length, size], { std: 0.5 })
  const places = levels.map((level, index) =>
    add(context, placesOf(context, level), graph.node('Gather', [kinds, graph.constant('int64', index)], { axis: 0 })),
  )
  const place = graph.node('Concat', places, { axis: 1 })
  let x = graph.node('Concat', parts, { axis: 1 })
  const all = graph.node('Expand', [graph.constant('float32', 1), graph.constant('int64', [1, levels.length, 2])])
  const middles = cellReferences(context, levels, all)
  for (let layer = 0; layer < encoderLayers; layer++) {
    x = graph.scope(`encoder.layers.${layer}`, () => {
      const query = add(context, x, place)
      const reference = graph.node('Expand', [middles, graph.constant('int64', [1, cellCount, levels.length, 2])])
      const options = { size, heads, points, levels, queries: cellCount, query, source: x, reference, referenceSize: 2 } as const
      const seen = graph.scope('self_attn', () => deformableAttention(context, options))
      const middle = norm(context, add(context, x, seen), 'self_attn_layer_norm')
      const fed = feedForward(context, middle, { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation: 'relu' })
      return norm(context, add(context, middle, fed), 'final_layer_norm')
    })
  }
  const counts = graph.constant(
    'int64',
    levels.map(({ height, width }) => height * width),
  )
  const scales = graph.nodes('Split', [x, counts], { axis: 1 }, { outputs: levels.length })
  const finest = maps[0]!
  const side = unit(context, finest.value, ['adapter_1.0', 'adapter_1.1'], finest.channels, 1, false)
  const nearest = tokensToGrid(context, scales.at(-1)!, levels.at(-1)!.width, size)
  const joined = activate(
    context,
    unit(context, add(context, side, resizeLike(context, nearest, side)), ['layer_1.0', 'layer_1.1'], size, 3, false),
    'relu',
  )
  const embeddings = convolution(context, joined, { name: 'mask_projection', inputChannels: size, outputChannels: size, kernel: [1, 1] })
  return { embeddings, scales }
}

/** Products of each query with each pixel, `[batch, queries, fine, fine]`. */
function masksOf(context: GraphContext, hidden: Value, embeddings: Value): Value {
  const { graph } = context
  const vectors = graph.scope('mask_predictor', () => boxLayers(context, hidden, size, size, 'mask_embedder'))
  const flat = graph.node('Reshape', [embeddings, graph.constant('int64', [0, size, fine * fine])])
  return graph.node('Reshape', [graph.node('MatMul', [vectors, flat]), graph.constant('int64', [0, queries, fine, fine])])
}

/** Closes what a query's mask leaves out, unless that is everything: additive `[batch, 1, queries, cells]` (arXiv:2112.01527, §3.2.1). */
function maskedOut(context: GraphContext, masks: Value, { height, width }: LevelSize): Value {
  const { graph } = context
  const small = graph.node('Reshape', [resizeTo(context, masks, height, width), graph.constant('int64', [0, 1, queries, height * width])])
  const isOpen = graph.node('GreaterOrEqual', [small, graph.constant('float32', 0)])
  const open = graph.node('Cast', [isOpen], { to: 1 })
  const any = graph.node('ReduceMax', [open, graph.constant('int64', [-1])], { keepdims: 1 })
  const nothing = graph.node('Equal', [any, graph.constant('float32', 0)])
  return graph.node('Where', [
    graph.node('Or', [isOpen, nothing]),
    graph.constant('float32', 0),
    graph.constant('float32', -3.4028234663852886e38),
  ])
}

const project = (context: GraphContext, x: Value, name: string): Value =>
  splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: size }), heads, size / heads)

function attend(context: GraphContext, query: Value, key: Value, value: Value, biases: readonly Value[] = []): Value {
  const merged = dotProductAttention(context, {
    query: project(context, query, 'q_proj'),
    key: project(context, key, 'k_proj'),
    value: project(context, value, 'v_proj'),
    scale: 1 / Math.sqrt(size / heads),
    biases,
    size,
  })
  return linear(context, merged, { name: 'out_proj', inputSize: size, outputSize: size })
}

interface Segmented {
  readonly maps: readonly FeatureMap[]
  readonly pixels: Value
  readonly hidden: Value
  readonly masks: Value
}

function body(context: GraphContext, scope: string): Segmented {
  const { graph } = context
  const input = pixelsInput(context, { channels: 3, size: image })
  return graph.scope(scope, () => {
    const maps = graph.scope('pixel_level_module.encoder', () => swinFeatureMaps(context, input, swin))
    const { embeddings, scales } = graph.scope('pixel_level_module.decoder', () => pixelDecoder(context, maps))
    return graph.scope('transformer_module', () => {
      const kinds = graph.scope('level_embed', () => context.weight('weight', [levels.length, size], { std: 0.5 }))
      const sources = scales.map((x, index) => add(context, x, graph.node('Gather', [kinds, graph.constant('int64', index)], { axis: 0 })))
      const places = levels.map((level) => placesOf(context, level))
      const asked = graph.scope('queries_embedder', () => context.weight('weight', [queries, size], { std: 1 }))
      const start = graph.scope('queries_features', () => context.weight('weight', [queries, size], { std: 1 }))
      return graph.scope('decoder', () => {
        const settled = (value: Value): Value => norm(context, value, 'layernorm')
        let x = repeatForBatch(context, graph.node('Unsqueeze', [start, graph.constant('int64', [0])]), sources[0]!, [queries, size])
        let masks = masksOf(context, settled(x), embeddings)
        levels.forEach((level, index) => {
          const mask = maskedOut(context, masks, level)
          x = graph.scope(`layers.${index}`, () => {
            const [source, place] = [sources[index]!, places[index]!]
            const seen = graph.scope('cross_attn', () =>
              attend(context, add(context, x, asked), add(context, source, place), source, [mask]),
            )
            const crossed = norm(context, add(context, x, seen), 'cross_attn_layer_norm')
            const placed = add(context, crossed, asked)
            const self = graph.scope('self_attn', () => attend(context, placed, placed, crossed))
            const middle = norm(context, add(context, crossed, self), 'self_attn_layer_norm')
            const fed = feedForward(context, middle, { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation: 'relu' })
            return norm(context, add(context, middle, fed), 'final_layer_norm')
          })
          masks = masksOf(context, settled(x), embeddings)
        })
        return { maps, pixels: embeddings, hidden: settled(x), masks }
      })
    })
  })
}

function segment(context: GraphContext): void {
  const { graph } = context
  const { hidden, masks } = body(context, 'model')
  const scores = linear(context, hidden, { name: 'class_predictor', inputSize: size, outputSize: labelCount + 1 })
  graph.output('class_queries_logits', scores, 'float32', [batch, queries, labelCount + 1])
  graph.output('masks_queries_logits', masks, 'float32', [batch, queries, fine, fine])
}

function features(context: GraphContext): void {
  const { graph } = context
  const { maps, pixels, hidden } = body(context, '')
  const { value, channels } = maps.at(-1)!
  const coarse = levels[0]!
  graph.output('encoder_last_hidden_state', value, 'float32', [batch, channels, coarse.height, coarse.width])
  graph.output('pixel_decoder_last_hidden_state', pixels, 'float32', [batch, size, fine, fine])
  graph.output('transformer_decoder_last_hidden_state', hidden, 'float32', [batch, queries, size])
}

const head = (architecture: string, build: (context: GraphContext) => void): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build }],
})

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'mask2former',
    config: {
      image_size: image,
      feature_size: size,
      mask_feature_size: size,
      hidden_dim: size,
      encoder_feedforward_dim: innerSize,
      dim_feedforward: innerSize,
      encoder_layers: encoderLayers,
      decoder_layers: levels.length + 1,
      num_attention_heads: heads,
      num_queries: queries,
      feature_strides: [2, 4, 8, 16],
      common_stride: 2,
      pre_norm: false,
      backbone_config: {
        model_type: 'swin',
        image_size: image,
        patch_size: swin.patch,
        embed_dim: swin.size,
        depths: swin.depths,
        num_heads: swin.heads,
        window_size: swin.window,
        out_features: ['stage1', 'stage2', 'stage3', 'stage4'],
      },
    },
    heads: {
      'image-segmentation': head('Mask2FormerForUniversalSegmentation', segment),
      'feature-extraction': head('Mask2FormerModel', features),
    },
    defaultTask: 'image-segmentation',
    processor: 'Mask2FormerImageProcessor',
    processing: { statistics: imageNetStatistics },
    transformersJs: null,
    note: 'a deformable pixel decoder; queries attend only within the masks that they predicted before, one scale in each layer',
  }),
]
