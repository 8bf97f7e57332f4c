import type { Value } from '@vitest-hardware/onnx-graph'
import { conditionalAttention, type ConditionalNames, layersOf, sineOf } from '../../architectures/conditional-decoder.ts'
import {
  boxLayers,
  detectionEncoder,
  type DetectionTransformerSpec,
  emptyQueries,
  type EncodedCells,
  sublayer,
} from '../../architectures/detection-transformer.ts'
import { activate } from '../../blocks/activation.ts'
import { add, multiply, slice } from '../../blocks/arithmetic.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const spec: DetectionTransformerSpec = { image: 64, size: 32, heads: 4, innerSize: 64, layers: 2, queries: 8, norm: 'post' }
const { size, heads, queries, innerSize } = spec
const half = size / 2

const names: ConditionalNames = {
  queryContent: ['self_attn.self_attn_query_content_proj', 'cross_attn.cross_attn_query_content_proj'],
  queryPlace: ['self_attn.self_attn_query_pos_proj', 'cross_attn.cross_attn_query_pos_proj'],
  keyContent: ['self_attn.self_attn_key_content_proj', 'cross_attn.cross_attn_key_content_proj'],
  keyPlace: ['self_attn.self_attn_key_pos_proj', 'cross_attn.cross_attn_key_pos_proj'],
  value: ['self_attn.self_attn_value_proj', 'cross_attn.cross_attn_value_proj'],
  output: ['self_attn.self_attn.output_proj', 'cross_attn.cross_attn.output_proj'],
  norm: ['self_attn.self_attn_layer_norm', 'cross_attn.cross_attn_layer_norm'],
  sines: 'cross_attn.cross_attn_query_pos_sine_proj',
}

/** Two layers with one slope for what is negative between them. */
function feed(context: GraphContext, x: Value, scope: string): Value {
  return sublayer(context, spec, x, `${scope}final_layer_norm`, (value) => {
    const inner = linear(context, value, { name: `${scope}fc1`, inputSize: size, outputSize: innerSize })
    const slope = context.weight(`${scope}activation_fn.weight`, [1], { mean: 0.25 })
    return linear(context, context.graph.node('PRelu', [inner, slope]), { name: `${scope}fc2`, inputSize: innerSize, outputSize: size })
  })
}

const part = (context: GraphContext, x: Value, index: number): Value => slice(context, x, 2, index, index + 1)

/** A box as sines of its row, column, width and height: `[batch, queries, 4] → [batch, queries, 2·size]`. */
function boxSines(context: GraphContext, box: Value): Value {
  const waves = [1, 0, 2, 3].map((index) => sineOf(context, part(context, box, index), half, [-1, queries]))
  return context.graph.node('Concat', waves, { axis: 2 })
}

/** logarithm of the odds, bounded as upstream has it. */
function oddsOf(context: GraphContext, share: Value): Value {
  const { graph } = context
  const [low, one] = [graph.constant('float32', 1e-5), graph.constant('float32', 1)]
  const bounded = graph.node('Max', [share, low])
  const rest = graph.node('Max', [graph.node('Sub', [one, share]), low])
  return graph.node('Log', [graph.node('Div', [bounded, rest])])
}

interface Decoded {
  readonly hidden: Value
  readonly reference: Value
  readonly image: EncodedCells
}

/**
 * Queries are boxes: their sines ask for a place, a width and a height that what was seen stretches, and each layer moves them
 * (Liu et al. 2022, arXiv:2201.12329, §4).
 */
function decode(context: GraphContext): Decoded {
  const { graph } = context
  const image = detectionEncoder(context, spec, {
    temperature: 20,
    placeFor: (x, place) => multiply(context, place, layersOf(context, x, 'query_scale', [size, size, size])),
    feed: (x) => feed(context, x, ''),
  })
  const anchors = graph.scope('model.query_refpoint_embeddings', () => context.weight('weight', [queries, 4], { std: 1 }))
  return graph.scope('model.decoder', () => {
    const start = repeatForBatch(context, graph.node('Unsqueeze', [anchors, graph.constant('int64', [0])]), image.encoded, [queries, 4])
    let reference = activate(context, start, 'sigmoid')
    const nothing = graph.node('Expand', [graph.constant('float32', 0), graph.constant('int64', [queries, size])])
    let x = emptyQueries(context, nothing, image.encoded, spec)
    for (let index = 0; index < spec.layers; index++) {
      const isFirst = index === 0
      const waves = boxSines(context, reference)
      const place = layersOf(context, waves, 'ref_point_head', [2 * size, size, size])
      const own = slice(context, waves, 2, 0, size)
      const scaled = isFirst ? own : multiply(context, own, layersOf(context, x, 'query_scale', [size, size, size]))
      const wanted = activate(context, layersOf(context, x, 'ref_anchor_head', [size, size, 2]), 'sigmoid')
      const stretch = (from: number, side: number): Value =>
        graph.node('Div', [part(context, wanted, side), part(context, reference, from)])
      const rows = multiply(context, slice(context, scaled, 2, 0, half), stretch(3, 1))
      const columns = multiply(context, slice(context, scaled, 2, half), stretch(2, 0))
      const sines = graph.node('Concat', [rows, columns], { axis: 2 })
      x = graph.scope(`layers.${index}`, () =>
        feed(context, conditionalAttention(context, x, { place, sines, isFirst }, image, { spec, names }), 'mlp.'),
      )
      const isLast = index === spec.layers - 1
      if (!isLast)
        reference = activate(context, add(context, boxLayers(context, x, size, 4, 'bbox_embed'), oddsOf(context, reference)), 'sigmoid')
    }
    return { hidden: layerNorm(context, x, { name: 'layernorm', size, epsilon: 1e-5 }), reference, image }
  })
}

function detect(context: GraphContext): void {
  const { graph } = context
  const { hidden, reference } = decode(context)
  const scores = linear(context, hidden, { name: 'class_embed', inputSize: size, outputSize: labelCount })
  graph.output('logits', scores, 'float32', [batch, queries, labelCount])
  const moved = graph.scope('model.decoder', () => boxLayers(context, hidden, size, 4, 'bbox_embed'))
  graph.output('pred_boxes', activate(context, add(context, moved, oddsOf(context, reference)), 'sigmoid'), 'float32', [batch, queries, 4])
}

function features(context: GraphContext): void {
  const { hidden, image } = decode(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, queries, size])
  context.graph.output('encoder_last_hidden_state', image.encoded, 'float32', [batch, image.cells, size])
}

const head = (architecture: string, build: (context: GraphContext) => void): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build }],
})

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'dab-detr',
    config: {
      hidden_size: size,
      encoder_layers: spec.layers,
      decoder_layers: spec.layers,
      encoder_attention_heads: heads,
      decoder_attention_heads: heads,
      encoder_ffn_dim: innerSize,
      decoder_ffn_dim: innerSize,
      num_queries: queries,
      query_dim: 4,
      num_patterns: 0,
      temperature_height: 20,
      temperature_width: 20,
      image_size: spec.image,
      activation_function: 'prelu',
      backbone: 'resnet18',
      use_timm_backbone: true,
      normalize_before: false,
      keep_query_pos: false,
      is_encoder_decoder: true,
    },
    heads: {
      'object-detection': head('DabDetrForObjectDetection', detect),
      'feature-extraction': head('DabDetrModel', features),
      'image-feature-extraction': head('DabDetrModel', features),
    },
    defaultTask: 'object-detection',
    processor: null,
    transformersJs: null,
    note: 'queries are boxes that each layer moves; their width and height stretch what they attend to',
  }),
]
