import type { Value } from '@vitest-hardware/onnx-graph'
import { boxLayers, sinePlaces } from '../../architectures/detection-transformer.ts'
import { timmResNet } from '../../architectures/timm-resnet.ts'
import { activate } from '../../blocks/activation.ts'
import { add, halves } from '../../blocks/arithmetic.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { convolution } from '../../blocks/convolution.ts'
import { cellReferences, deformableAttention, type LevelSize } from '../../blocks/deformable-attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { groupNorm, layerNorm } from '../../blocks/norm.ts'
import { flattenGrid, repeatForBatch } from '../../blocks/patch.ts'
import { imageNetStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const [image, size, heads, innerSize, layers, queries, points, groups] = [64, 32, 4, 64, 2, 8, 2, 8]
const strides = [8, 16, 32, 64] as const
const levels: readonly LevelSize[] = strides.map((stride) => ({ height: image / stride, width: image / stride }))
const cellCount = levels.reduce((sum, { height, width }) => sum + height * width, 0)
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })

interface Cells {
  /** `[batch, cells, size]`, all levels behind each other. */
  readonly x: Value
  readonly place: Value
  /** float32 `[batch, cells, 1]` */
  readonly shown: Value
  /** `[batch, levels, 2]` */
  readonly ratios: Value
}

/** Three maps of a ResNet and one more from the last of them, in one width (Zhu et al. 2021, arXiv:2010.04159, §4.1). */
function multiScale(context: GraphContext): Cells {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const mask = graph.node('Cast', [graph.input('pixel_mask', 'int64', [batch, image, image])], { to: 1 })
  const maps = graph
    .scope('model.backbone.model', () => timmResNet(context, pixels, { block: 'basic', layers: [1, 1, 1, 1], channels: [8, 12, 16, 24] }))
    .slice(-3)
  const last = maps.at(-1)!
  return graph.scope('model', () => {
    const embed = context.weight('level_embed', [levels.length, size], { std: 0.5 })
    const parts = levels.map(({ height, width }, level) => {
      const { value, channels } = maps[level] ?? last
      const isExtra = maps[level] === undefined
      const own = graph.scope(`input_proj.${level}`, () => {
        const sides = isExtra ? { kernel: [3, 3], stride: 2, padding: 1 } : { kernel: [1, 1] }
        const projected = convolution(context, value, { name: '0', inputChannels: channels, outputChannels: size, ...sides })
        return flattenGrid(context, groupNorm(context, projected, { name: '1', size, epsilon: 1e-5, groups }), size)
      })
      const every = (axis: number, x: Value): Value =>
        graph.node('Slice', [x, ...[0, Number.MAX_SAFE_INTEGER, axis, strides[level]!].map((number) => graph.constant('int64', [number]))])
      const sampled = every(2, every(1, mask))
      const kind = graph.node('Gather', [embed, graph.constant('int64', level)], { axis: 0 })
      const share = (axis: number): Value => {
        const first = graph.node('Gather', [sampled, graph.constant('int64', 0)], { axis: 3 - axis })
        return graph.node('ReduceMean', [first, graph.constant('int64', [1])], { keepdims: 1 })
      }
      return {
        own,
        place: add(context, sinePlaces(context, sampled, size), kind),
        shown: graph.node('Reshape', [sampled, graph.constant('int64', [0, height * width, 1])]),
        ratio: graph.node('Unsqueeze', [graph.node('Concat', [share(2), share(1)], { axis: 1 }), graph.constant('int64', [1])]),
      }
    })
    const joined = (values: readonly Value[]): Value => graph.node('Concat', values, { axis: 1 })
    return {
      x: joined(parts.map(({ own }) => own)),
      place: joined(parts.map(({ place }) => place)),
      shown: joined(parts.map(({ shown }) => shown)),
      ratios: joined(parts.map(({ ratio }) => ratio)),
    }
  })
}

function feed(context: GraphContext, x: Value): Value {
  const fed = feedForward(context, x, { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation: 'relu' })
  return norm(context, add(context, x, fed), 'final_layer_norm')
}

function encode(context: GraphContext, { x: cells, place, shown, ratios }: Cells): Value {
  const { graph } = context
  return graph.scope('model.encoder', () => {
    const reference = cellReferences(context, levels, ratios)
    let x = cells
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const seen = graph.scope('self_attn', () =>
          deformableAttention(context, {
            size,
            heads,
            points,
            levels,
            queries: cellCount,
            query: add(context, x, place),
            source: x,
            reference,
            referenceSize: 2,
            shown,
          }),
        )
        return feed(context, norm(context, add(context, x, seen), 'self_attn_layer_norm'))
      })
    }
    return x
  })
}

/** Queries see each other, not their values by place. */
function selfAttention(context: GraphContext, x: Value, asked: Value): Value {
  const placed = add(context, x, asked)
  const project = (value: Value, name: string): Value =>
    splitHeads(context, linear(context, value, { name, inputSize: size, outputSize: size }), heads, size / heads)
  const merged = dotProductAttention(context, {
    query: project(placed, 'q_proj'),
    key: project(placed, 'k_proj'),
    value: project(x, 'v_proj'),
    scale: 1 / Math.sqrt(size / heads),
    size,
  })
  return linear(context, merged, { name: 'out_proj', inputSize: size, outputSize: size })
}

interface Decoded {
  readonly hidden: Value
  readonly encoded: Value
  /** Before the sigmoid, `[1, queries, 2]`. */
  readonly reference: Value
}

function decode(context: GraphContext): Decoded {
  const { graph } = context
  const cells = multiScale(context)
  const encoded = encode(context, cells)
  return graph.scope('model', () => {
    const both = context.weight('query_position_embeddings.weight', [queries, 2 * size], { std: 1 })
    const [asked, start] = halves(context, graph.node('Unsqueeze', [both, graph.constant('int64', [0])]))
    const reference = linear(context, asked, { name: 'reference_points', inputSize: size, outputSize: 2 })
    const shares = graph.node('Mul', [
      graph.node('Unsqueeze', [activate(context, reference, 'sigmoid'), graph.constant('int64', [2])]),
      graph.node('Unsqueeze', [cells.ratios, graph.constant('int64', [1])]),
    ])
    const hidden = graph.scope('decoder', () => {
      let x = repeatForBatch(context, start, encoded, [queries, size])
      for (let layer = 0; layer < layers; layer++) {
        x = graph.scope(`layers.${layer}`, () => {
          const self = graph.scope('self_attn', () => selfAttention(context, x, asked))
          const attended = norm(context, add(context, x, self), 'self_attn_layer_norm')
          const seen = graph.scope('encoder_attn', () =>
            deformableAttention(context, {
              size,
              heads,
              points,
              levels,
              queries,
              query: add(context, attended, asked),
              source: encoded,
              reference: shares,
              referenceSize: 2,
              shown: cells.shown,
            }),
          )
          return feed(context, norm(context, add(context, attended, seen), 'encoder_attn_layer_norm'))
        })
      }
      return x
    })
    return { hidden, encoded, reference }
  })
}

function detect(context: GraphContext): void {
  const { graph } = context
  const { hidden, reference } = decode(context)
  const index = layers - 1
  const scores = linear(context, hidden, { name: `class_embed.${index}`, inputSize: size, outputSize: labelCount })
  graph.output('logits', scores, 'float32', [batch, queries, labelCount])
  const offset = graph.node('Pad', [reference, graph.constant('int64', [0, 0, 0, 0, 0, 2])])
  const boxes = activate(context, add(context, boxLayers(context, hidden, size, 4, `bbox_embed.${index}`), offset), 'sigmoid')
  graph.output('pred_boxes', boxes, 'float32', [batch, queries, 4])
}

function features(context: GraphContext): void {
  const { hidden, encoded } = decode(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, queries, size])
  context.graph.output('encoder_last_hidden_state', encoded, 'float32', [batch, cellCount, size])
}

const head = (architecture: string, build: (context: GraphContext) => void): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build }],
})

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'deformable_detr',
    config: {
      d_model: size,
      encoder_layers: layers,
      decoder_layers: layers,
      encoder_attention_heads: heads,
      decoder_attention_heads: heads,
      encoder_ffn_dim: innerSize,
      decoder_ffn_dim: innerSize,
      encoder_n_points: points,
      decoder_n_points: points,
      num_feature_levels: levels.length,
      num_queries: queries,
      num_channels: 3,
      image_size: image,
      activation_function: 'relu',
      backbone: 'resnet18',
      use_timm_backbone: true,
      position_embedding_type: 'sine',
      two_stage: false,
      with_box_refine: false,
      is_encoder_decoder: true,
    },
    heads: {
      'object-detection': head('DeformableDetrForObjectDetection', detect),
      'feature-extraction': head('DeformableDetrModel', features),
      'image-feature-extraction': head('DeformableDetrModel', features),
    },
    defaultTask: 'object-detection',
    processor: 'DeformableDetrImageProcessor',
    processing: { statistics: imageNetStatistics },
    transformersJs: null,
    note: 'attention reads a few places around a reference in four maps of different scales',
  }),
]
