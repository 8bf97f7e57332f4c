import type { Value } from '@vitest-hardware/onnx-graph'
import {
  boxLayers,
  detectionEncoder,
  type DetectionTransformerSpec,
  emptyQueries,
  type EncodedCells,
  feed,
  sublayer,
} from '../../architectures/detection-transformer.ts'
import { activate } from '../../blocks/activation.ts'
import { add, multiply, slice } from '../../blocks/arithmetic.ts'
import { mergeHeads, splitHeads } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { exp, log } from '../../exact-math.ts'
import { imageNetStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const spec: DetectionTransformerSpec = { image: 64, size: 32, heads: 4, innerSize: 64, layers: 2, queries: 8, norm: 'post' }
const { size, heads, queries } = spec
const headSize = size / heads

/** Sines of a point's two coordinates, `[queries, 2] → [queries, size]`, rows first. */
function sinesOf(context: GraphContext, points: Value): Value {
  const { graph } = context
  const half = size / 2
  const periods = Array.from({ length: half / 2 }, (_, index) => exp((2 * index * log(10_000)) / half) / (2 * Math.PI))
  const along = (axis: number): Value => {
    const angles = graph.node('Div', [slice(context, points, 1, axis, axis + 1), graph.constant('float32', periods)])
    const pairs = ['Sin', 'Cos'].map((wave) => graph.node('Unsqueeze', [graph.node(wave, [angles]), graph.constant('int64', [2])]))
    return graph.node('Reshape', [graph.node('Concat', pairs, { axis: 2 }), graph.constant('int64', [queries, half])])
  }
  return graph.node('Concat', [along(1), along(0)], { axis: 1 })
}

/** Softmax attention over heads that are split already. */
function attend(context: GraphContext, query: Value, key: Value, value: Value, scale: number, mask?: Value): Value {
  const { graph } = context
  const product = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  const scaled = graph.node('Mul', [product, graph.constant('float32', scale)])
  const scores = mask === undefined ? scaled : add(context, scaled, mask)
  return mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), value]), size)
}

interface Asked {
  /** `[queries, size]` */
  readonly place: Value
  /** Sines of the reference points `[queries, size]`. */
  readonly sines: Value
}

/**
 * Content and place are projected apart; in cross-attention they stand side by side instead of being added, so that a query's place finds an object's extremities
 * (Meng et al. 2021, arXiv:2108.06152, §3.3).
 */
function layer(context: GraphContext, x: Value, index: number, { place, sines }: Asked, image: EncodedCells): Value {
  const { graph } = context
  const project = (value: Value, name: string): Value => linear(context, value, { name, inputSize: size, outputSize: size })
  const split = (value: Value): Value => splitHeads(context, value, heads, headSize)
  const single = (value: Value): Value => graph.node('Unsqueeze', [value, graph.constant('int64', [0])])
  const isFirst = index === 0
  const places = isFirst ? single(sines) : multiply(context, queryScale(context, x), sines)
  return graph.scope(`layers.${index}`, () => {
    const attended = sublayer(context, spec, x, 'self_attn_layer_norm', (value) => {
      const query = add(context, project(value, 'sa_qcontent_proj'), project(place, 'sa_qpos_proj'))
      const key = add(context, project(value, 'sa_kcontent_proj'), project(place, 'sa_kpos_proj'))
      const seen = attend(context, split(query), split(key), split(project(value, 'sa_v_proj')), headSize ** -0.5)
      return project(seen, 'self_attn.out_proj')
    })
    const crossed = sublayer(context, spec, attended, 'encoder_attn_layer_norm', (value) => {
      const content = project(value, 'ca_qcontent_proj')
      const cells = project(image.encoded, 'ca_kcontent_proj')
      const cellPlaces = project(image.place, 'ca_kpos_proj')
      const query = isFirst ? add(context, content, project(place, 'ca_qpos_proj')) : content
      const key = isFirst ? add(context, cells, cellPlaces) : cells
      // one copy for each image, also of sines that all share
      const nothing = graph.node('Mul', [content, graph.constant('float32', 0)])
      const placed = project(places, 'ca_qpos_sine_proj')
      const copied = isFirst ? add(context, nothing, placed) : placed
      const both = graph.node('Concat', [split(query), split(copied)], { axis: 3 })
      const keys = graph.node('Concat', [split(key), split(cellPlaces)], { axis: 3 })
      const seen = attend(context, both, keys, split(project(image.encoded, 'ca_v_proj')), (2 * headSize) ** -0.5, image.mask)
      return project(seen, 'encoder_attn.out_proj')
    })
    return feed(context, spec, crossed)
  })
}

/** How far a query's place counts, by what it has seen (arXiv:2108.06152, equation 9). */
function queryScale(context: GraphContext, x: Value): Value {
  return context.graph.scope('query_scale', () => {
    const inner = activate(context, linear(context, x, { name: 'layers.0', inputSize: size, outputSize: size }), 'relu')
    return linear(context, inner, { name: 'layers.1', inputSize: size, outputSize: size })
  })
}

function decode(context: GraphContext) {
  const { graph } = context
  const image = detectionEncoder(context, spec)
  const place = graph.scope('model.query_position_embeddings', () => context.weight('weight', [queries, size], { std: 1 }))
  return graph.scope('model.decoder', () => {
    const reference = graph.scope('ref_point_head', () => {
      const inner = activate(context, linear(context, place, { name: 'layers.0', inputSize: size, outputSize: size }), 'relu')
      return linear(context, inner, { name: 'layers.1', inputSize: size, outputSize: 2 })
    })
    const sines = sinesOf(context, activate(context, reference, 'sigmoid'))
    let x = emptyQueries(context, place, image.encoded, spec)
    for (let index = 0; index < spec.layers; index++) x = layer(context, x, index, { place, sines }, image)
    return { hidden: layerNorm(context, x, { name: 'layernorm', size, epsilon: 1e-5 }), reference, image }
  })
}

/** Boxes are told from the reference points on. */
function detect(context: GraphContext): void {
  const { graph } = context
  const { hidden, reference } = decode(context)
  const scores = linear(context, hidden, { name: 'class_labels_classifier', inputSize: size, outputSize: labelCount })
  graph.output('logits', scores, 'float32', [batch, queries, labelCount])
  const offset = graph.node('Pad', [reference, graph.constant('int64', [0, 0, 0, 2])])
  const boxes = activate(context, add(context, boxLayers(context, hidden, size, 4), offset), 'sigmoid')
  graph.output('pred_boxes', boxes, 'float32', [batch, queries, 4])
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
    type: 'conditional_detr',
    config: {
      d_model: size,
      encoder_layers: spec.layers,
      decoder_layers: spec.layers,
      encoder_attention_heads: heads,
      decoder_attention_heads: heads,
      encoder_ffn_dim: spec.innerSize,
      decoder_ffn_dim: spec.innerSize,
      num_queries: queries,
      num_channels: 3,
      image_size: spec.image,
      activation_function: 'relu',
      backbone: 'resnet18',
      use_timm_backbone: true,
      position_embedding_type: 'sine',
      is_encoder_decoder: true,
    },
    heads: {
      'object-detection': head('ConditionalDetrForObjectDetection', detect),
      'feature-extraction': head('ConditionalDetrModel', features),
      'image-feature-extraction': head('ConditionalDetrModel', features),
    },
    defaultTask: 'object-detection',
    processor: 'ConditionalDetrImageProcessor',
    processing: { statistics: imageNetStatistics },
    transformersJs: null,
    note: 'content and place stand side by side in cross-attention; boxes are told from reference points on',
  }),
]
