import type { Value } from '@vitest-hardware/onnx-graph'
import { boxLayers } from '../../architectures/detection-transformer.ts'
import { activate } from '../../blocks/activation.ts'
import { add } from '../../blocks/arithmetic.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { convolutionUnit } from '../../blocks/convolution-unit.ts'
import { deformableAttention, type LevelSize } from '../../blocks/deformable-attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { gridSinusoids } from '../../blocks/grid-position.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { flattenGrid } from '../../blocks/patch.ts'
import { resizeBy } from '../../blocks/resize.ts'
import { log } from '../../exact-math.ts'
import { imageNetStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount, tokensToGrid } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { deepStemConfig, deepStemMaps } from './resnet-d.ts'
import { visionType } from './vision-type.ts'

const [image, size, heads, innerSize, layers, queries, points] = [64, 32, 4, 64, 2, 6, 2]
const strides = [8, 16, 32] as const
const levels: readonly LevelSize[] = strides.map((stride) => ({ height: image / stride, width: image / stride }))
const cellCount = levels.reduce((sum, { height, width }) => sum + height * width, 0)
/** Side of the smallest anchor, as a share of the image; each coarser level has twice as much. */
const anchorSide = 0.05
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })
const unit = (
  context: GraphContext,
  x: Value,
  name: string,
  inputChannels: number,
  kernel: number,
  more: { readonly stride?: number; readonly isActive?: boolean } = {},
): Value =>
  convolutionUnit(context, x, {
    name,
    inputChannels,
    outputChannels: size,
    kernel,
    activation: more.isActive === false ? null : 'silu',
    names: { convolution: 'conv', norm: 'norm' },
    ...(more.stride === undefined ? {} : { stride: more.stride }),
  })

/** Attention whose queries and keys know their places, in post-norm order with a feed-forward network behind it. */
function placedSelf(context: GraphContext, x: Value, place: Value, normName: string): Value {
  const { graph } = context
  const placed = add(context, x, place)
  const project = (value: Value, name: string): Value =>
    splitHeads(context, linear(context, value, { name, inputSize: size, outputSize: size }), heads, size / heads)
  const seen = graph.scope('self_attn', () => {
    const merged = dotProductAttention(context, {
      query: project(placed, 'q_proj'),
      key: project(placed, 'k_proj'),
      value: project(x, 'v_proj'),
      scale: 1 / Math.sqrt(size / heads),
      size,
    })
    return linear(context, merged, { name: 'out_proj', inputSize: size, outputSize: size })
  })
  return norm(context, add(context, x, seen), normName)
}

function feed(context: GraphContext, x: Value, activation: 'gelu' | 'relu'): Value {
  const fed = feedForward(context, x, { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation })
  return norm(context, add(context, x, fed), 'final_layer_norm')
}

/** A branch of reparametrisable convolutions beside one of width one (Ding et al. 2021, arXiv:2101.03697; upstream's `RTDetrCSPRepLayer`). */
function fusionBlock(context: GraphContext, x: Value, name: string): Value {
  const { graph } = context
  return graph.scope(name, () => {
    let y = unit(context, x, 'conv1', 2 * size, 1)
    for (let index = 0; index < 2; index++) {
      y = graph.scope(`bottlenecks.${index}`, () => {
        const both = add(
          context,
          unit(context, y, 'conv1', size, 3, { isActive: false }),
          unit(context, y, 'conv2', size, 1, { isActive: false }),
        )
        return activate(context, both, 'silu')
      })
    }
    return add(context, y, unit(context, x, 'conv2', 2 * size, 1))
  })
}

/** Attention within the coarsest map, then maps joined on the way down and up again (Zhao et al. 2024, arXiv:2304.08069, §4.2). */
function hybridEncoder(context: GraphContext, maps: readonly Value[]): readonly Value[] {
  const { graph } = context
  const { width: side } = levels.at(-1)!
  const join = (a: Value, b: Value): Value => graph.node('Concat', [a, b], { axis: 1 })
  return graph.scope('encoder', () => {
    const coarsest = graph.scope('encoder.0.layers.0', () => {
      const place = graph.weight('places', { type: 'float32', dims: [1, side * side, size], data: gridSinusoids(side, size) })
      const cells = flattenGrid(context, maps.at(-1)!, size)
      return tokensToGrid(context, feed(context, placedSelf(context, cells, place, 'self_attn_layer_norm'), 'gelu'), side, size)
    })
    const kept = [...maps.slice(0, -1), coarsest]
    const down: Value[] = []
    let x = kept.at(-1)!
    for (let level = kept.length - 1; level > 0; level--) {
      const index = kept.length - 1 - level
      const lateral = unit(context, x, `lateral_convs.${index}`, size, 1)
      down.unshift(lateral)
      x = fusionBlock(context, join(resizeBy(context, lateral, 2, { mode: 'nearest' }), kept[level - 1]!), `fpn_blocks.${index}`)
    }
    const up = [x]
    down.forEach((other, index) => {
      const smaller = unit(context, up.at(-1)!, `downsample_convs.${index}`, size, 3, { stride: 2 })
      up.push(fusionBlock(context, join(smaller, other), `pan_blocks.${index}`))
    })
    return up
  })
}

/** Boxes in the middle of each cell before the sigmoid, `[1, cells, 4]`; all lie within the image here, where upstream masks those that do not. */
function anchors(context: GraphContext): Value {
  const data = levels.flatMap(({ height, width }, level) =>
    Array.from({ length: height * width }, (_, cell) => {
      const side = anchorSide * 2 ** level
      return [((cell % width) + 0.5) / width, (Math.floor(cell / width) + 0.5) / height, side, side].map((share) =>
        log(share / (1 - share)),
      )
    }).flat(),
  )
  return context.graph.weight('anchors', { type: 'float32', dims: [1, cellCount, 4], data: Float32Array.from(data) })
}

const oddsOf = (context: GraphContext, share: Value): Value => {
  const { graph } = context
  const [low, one] = [graph.constant('float32', 1e-5), graph.constant('float32', 1)]
  return graph.node('Log', [
    graph.node('Div', [graph.node('Max', [share, low]), graph.node('Max', [graph.node('Sub', [one, share]), low])]),
  ])
}

interface Decoded {
  readonly hidden: Value
  /** Boxes that the last layer was given, after the sigmoid. */
  readonly reference: Value
  readonly maps: readonly Value[]
}

/** The best cells become queries; each layer moves their boxes (arXiv:2304.08069, §4.3). */
function detectorBody(context: GraphContext): Decoded {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const seen = graph.scope('model.backbone.model', () => deepStemMaps(context, pixels)).slice(-3)
  return graph.scope('model', () => {
    const names = { convolution: '0', norm: '1' }
    const project = (x: Value, name: string, inputChannels: number): Value =>
      convolutionUnit(context, x, { name, inputChannels, outputChannels: size, kernel: 1, activation: null, names })
    const projected = seen.map(({ value, channels }, level) => project(value, `encoder_input_proj.${level}`, channels))
    const maps = hybridEncoder(context, projected).map((map, level) => project(map, `decoder_input_proj.${level}`, size))
    const source = graph.node(
      'Concat',
      maps.map((map) => flattenGrid(context, map, size)),
      { axis: 1 },
    )
    const memory = graph.scope('enc_output', () =>
      norm(context, linear(context, source, { name: '0', inputSize: size, outputSize: size }), '1'),
    )
    const scores = linear(context, memory, { name: 'enc_score_head', inputSize: size, outputSize: labelCount })
    const boxes = add(context, boxLayers(context, memory, size, 4, 'enc_bbox_head'), anchors(context))
    const best = graph.node('ReduceMax', [scores, graph.constant('int64', [-1])], { keepdims: 0 })
    const [, chosen] = graph.nodes('TopK', [best, graph.constant('int64', [queries])], { axis: 1, largest: 1, sorted: 1 }, { outputs: 2 })
    const rows = graph.node('Unsqueeze', [chosen!, graph.constant('int64', [2])])
    const pick = (x: Value): Value => graph.node('GatherND', [x, rows], { batch_dims: 1 })
    return graph.scope('decoder', () => {
      let x = pick(memory)
      let reference = activate(context, pick(boxes), 'sigmoid')
      for (let layer = 0; layer < layers; layer++) {
        const inner = graph.scope('query_pos_head', () =>
          activate(context, linear(context, reference, { name: 'layers.0', inputSize: 4, outputSize: 2 * size }), 'relu'),
        )
        const place = graph.scope('query_pos_head', () =>
          linear(context, inner, { name: 'layers.1', inputSize: 2 * size, outputSize: size }),
        )
        const around = graph.node('Expand', [
          graph.node('Unsqueeze', [reference, graph.constant('int64', [2])]),
          graph.constant('int64', [1, 1, levels.length, 1]),
        ])
        x = graph.scope(`layers.${layer}`, () => {
          const attended = placedSelf(context, x, place, 'self_attn_layer_norm')
          const looked = graph.scope('encoder_attn', () =>
            deformableAttention(context, {
              size,
              heads,
              points,
              levels,
              queries,
              query: add(context, attended, place),
              source,
              reference: around,
              referenceSize: 4,
            }),
          )
          return feed(context, norm(context, add(context, attended, looked), 'encoder_attn_layer_norm'), 'relu')
        })
        if (layer < layers - 1)
          reference = activate(
            context,
            add(context, boxLayers(context, x, size, 4, `bbox_embed.${layer}`), oddsOf(context, reference)),
            'sigmoid',
          )
      }
      return { hidden: x, reference, maps }
    })
  })
}

function detect(context: GraphContext): void {
  const { graph } = context
  const { hidden, reference } = detectorBody(context)
  const last = layers - 1
  const scores = graph.scope('model.decoder', () =>
    linear(context, hidden, { name: `class_embed.${last}`, inputSize: size, outputSize: labelCount }),
  )
  graph.output('logits', scores, 'float32', [batch, queries, labelCount])
  const moved = graph.scope('model.decoder', () => boxLayers(context, hidden, size, 4, `bbox_embed.${last}`))
  graph.output('pred_boxes', activate(context, add(context, moved, oddsOf(context, reference)), 'sigmoid'), 'float32', [batch, queries, 4])
}

function features(context: GraphContext): void {
  const { hidden } = detectorBody(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, queries, size])
}

const head = (architecture: string, build: (context: GraphContext) => void): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build }],
})

function realTimeType(type: string, prefix: string, fields: Readonly<Record<string, unknown>>, note: string): ModelType {
  return visionType({
    type,
    config: {
      backbone_config: { model_type: 'rt_detr_resnet', ...deepStemConfig, out_features: ['stage2', 'stage3', 'stage4'] },
      image_size: image,
      d_model: size,
      encoder_hidden_dim: size,
      feat_strides: strides,
      encoder_layers: 1,
      encode_proj_layers: [2],
      encoder_attention_heads: heads,
      encoder_ffn_dim: innerSize,
      encoder_activation_function: 'gelu',
      activation_function: 'silu',
      hidden_expansion: 1,
      num_queries: queries,
      num_feature_levels: levels.length,
      decoder_layers: layers,
      decoder_n_points: points,
      decoder_attention_heads: heads,
      decoder_ffn_dim: innerSize,
      decoder_activation_function: 'relu',
      learn_initial_query: false,
      anchor_image_size: [image, image],
      is_encoder_decoder: true,
      ...fields,
    },
    heads: { 'object-detection': head(`${prefix}ForObjectDetection`, detect), 'feature-extraction': head(`${prefix}Model`, features) },
    defaultTask: 'object-detection',
    processor: 'RTDetrImageProcessor',
    processing: { statistics: imageNetStatistics },
    transformersJs: `${prefix}ForObjectDetection`,
    note,
  })
}

export const modelTypes: readonly ModelType[] = [
  realTimeType(
    'rt_detr',
    'RTDetr',
    {},
    'attention within the coarsest map alone, maps joined both ways, the best cells as queries whose boxes each layer moves',
  ),
  realTimeType(
    'rt_detr_v2',
    'RTDetrV2',
    { decoder_n_levels: levels.length, decoder_offset_scale: 0.5, decoder_method: 'default' },
    'RT-DETR with a choice of how places between cells are read, which by default is the same (Lv et al. 2024, arXiv:2407.17140)',
  ),
]
