import { detectionHeads, detectionTransformer, type DetectionTransformerSpec } from '../../architectures/detection-transformer.ts'
import { imageNetStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount } from '../../heads/vision.ts'
import type { GraphFile, ModelType } from '../../model-type.ts'
import { labelMaps } from './labels.ts'

const spec: DetectionTransformerSpec = { image: 64, size: 32, heads: 4, innerSize: 64, layers: 2, queries: 8, norm: 'post' }

function detrType(type: string, prefix: string, norm: 'post' | 'pre', transformersJs: string | null, note: string): ModelType {
  const own = { ...spec, norm }
  const bare: readonly [GraphFile] = [
    {
      name: 'model',
      build(context) {
        const { hidden, encoded, cells } = detectionTransformer(context, own)
        context.graph.output('last_hidden_state', hidden, 'float32', [batch, own.queries, own.size])
        context.graph.output('encoder_last_hidden_state', encoded, 'float32', [batch, cells, own.size])
      },
    },
  ]
  return {
    type,
    tasks: ['object-detection', 'feature-extraction', 'image-feature-extraction'],
    config: {
      model_type: type,
      architectures: [`${prefix}ForObjectDetection`],
      d_model: spec.size,
      encoder_layers: spec.layers,
      decoder_layers: spec.layers,
      encoder_attention_heads: spec.heads,
      decoder_attention_heads: spec.heads,
      encoder_ffn_dim: spec.innerSize,
      decoder_ffn_dim: spec.innerSize,
      num_queries: spec.queries,
      num_channels: 3,
      image_size: spec.image,
      activation_function: 'relu',
      backbone: 'resnet18',
      use_timm_backbone: true,
      dilation: false,
      position_embedding_type: 'sine',
      is_encoder_decoder: true,
      ...labelMaps(labelCount),
    },
    preprocessor: { kind: 'image', processorClass: 'DetrImageProcessor' },
    graphs: [
      {
        name: 'model',
        build(context) {
          detectionHeads(context, detectionTransformer(context, own).hidden, own)
        },
      },
    ],
    heads: {
      'feature-extraction': { architecture: `${prefix}Model`, graphs: bare },
      'image-feature-extraction': { architecture: `${prefix}Model`, graphs: bare },
    },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'DetrImageProcessor',
        size: { height: spec.image, width: spec.image },
        statistics: imageNetStatistics,
        extra: { format: 'coco_detection', do_pad: false },
      }),
    },
    transformersJs: transformersJs === null ? null : { autoClass: 'AutoModelForObjectDetection', modelClass: transformersJs },
    note,
  }
}

export const modelTypes: readonly ModelType[] = [
  detrType('detr', 'Detr', 'post', 'DetrForObjectDetection', 'a ResNet, an encoder over its cells, a decoder over learned queries'),
  detrType(
    'table-transformer',
    'TableTransformer',
    'pre',
    'TableTransformerForObjectDetection',
    'DETR with its norms before the sublayers and one behind the encoder',
  ),
]
