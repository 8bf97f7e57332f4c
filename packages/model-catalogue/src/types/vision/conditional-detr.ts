import type { Value } from '@vitest-hardware/onnx-graph'
import { conditionalAttention, type ConditionalNames, layersOf, sineOf } from '../../architectures/conditional-decoder.ts'
import {
  boxLayers,
  detectionEncoder,
  type DetectionTransformerSpec,
  emptyQueries,
  feed,
} from '../../architectures/detection-transformer.ts'
import { activate } from '../../blocks/activation.ts'
import { add, multiply, slice } from '../../blocks/arithmetic.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { imageNetStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const spec: DetectionTransformerSpec = { image: 64, size: 32, heads: 4, innerSize: 64, layers: 2, queries: 8, norm: 'post' }
const { size, heads, queries } = spec

/** Sines of a point's two coordinates, `[queries, 2] → [queries, size]`, rows first. */
function sinesOf(context: GraphContext, points: Value): Value {
  const along = (axis: number): Value => sineOf(context, slice(context, points, 1, axis, axis + 1), size / 2, [queries])
  return context.graph.node('Concat', [along(1), along(0)], { axis: 1 })
}

const names: ConditionalNames = {
  queryContent: ['sa_qcontent_proj', 'ca_qcontent_proj'],
  queryPlace: ['sa_qpos_proj', 'ca_qpos_proj'],
  keyContent: ['sa_kcontent_proj', 'ca_kcontent_proj'],
  keyPlace: ['sa_kpos_proj', 'ca_kpos_proj'],
  value: ['sa_v_proj', 'ca_v_proj'],
  output: ['self_attn.out_proj', 'encoder_attn.out_proj'],
  norm: ['self_attn_layer_norm', 'encoder_attn_layer_norm'],
  sines: 'ca_qpos_sine_proj',
}

function decode(context: GraphContext) {
  const { graph } = context
  const image = detectionEncoder(context, spec)
  const place = graph.scope('model.query_position_embeddings', () => context.weight('weight', [queries, size], { std: 1 }))
  return graph.scope('model.decoder', () => {
    const reference = layersOf(context, place, 'ref_point_head', [size, size, 2])
    const sines = graph.node('Unsqueeze', [sinesOf(context, activate(context, reference, 'sigmoid')), graph.constant('int64', [0])])
    let x = emptyQueries(context, place, image.encoded, spec)
    for (let index = 0; index < spec.layers; index++) {
      const isFirst = index === 0
      // how far a query's place counts, by what it has seen (arXiv:2108.06152, equation 9)
      const scaled = isFirst ? sines : multiply(context, layersOf(context, x, 'query_scale', [size, size, size]), sines)
      x = graph.scope(`layers.${index}`, () =>
        feed(context, spec, conditionalAttention(context, x, { place, sines: scaled, isFirst }, image, { spec, names })),
      )
    }
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
