import {
  maskedDecoder,
  maskedEncoder,
  type MaskedAutoencoderFeatures,
  type MaskedAutoencoderSpec,
  seenPatches,
} from '../../architectures/masked-autoencoder.ts'
import { patchCount, type VisionTransformerSpec, vitNames } from '../../architectures/vision-transformer.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const config = {
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  initializer_range: 0.02,
  layer_norm_eps: 1e-12,
  image_size: 32,
  patch_size: 8,
  num_channels: 3,
  qkv_bias: true,
  decoder_num_attention_heads: 4,
  decoder_hidden_size: 16,
  decoder_num_hidden_layers: 2,
  decoder_intermediate_size: 32,
  mask_ratio: 0.75,
  norm_pix_loss: false,
} as const

const encoder: VisionTransformerSpec = {
  image: config.image_size,
  patch: config.patch_size,
  size: config.hidden_size,
  layers: config.num_hidden_layers,
  heads: config.num_attention_heads,
  innerSize: config.intermediate_size,
  activation: config.hidden_act,
  epsilon: config.layer_norm_eps,
  names: vitNames,
  prefix: [{ name: 'cls_token', count: 1 }],
}
const spec: MaskedAutoencoderSpec = {
  encoder,
  decoder: {
    ...encoder,
    size: config.decoder_hidden_size,
    layers: config.decoder_num_hidden_layers,
    heads: config.decoder_num_attention_heads,
    innerSize: config.decoder_intermediate_size,
    names: { ...vitNames, layers: 'decoder_layers' },
  },
  maskRatio: config.mask_ratio,
}
const patches = patchCount(encoder)

function features(context: GraphContext): MaskedAutoencoderFeatures {
  const pixels = pixelsInput(context, { channels: config.num_channels, size: config.image_size })
  const noise = context.graph.input('noise', 'float32', [batch, patches])
  return context.graph.scope('vit', () => maskedEncoder(context, pixels, noise, spec))
}

function outputs(context: GraphContext, { mask, restore }: MaskedAutoencoderFeatures): void {
  context.graph.output('mask', mask, 'float32', [batch, patches])
  context.graph.output('ids_restore', restore, 'int64', [batch, patches])
}

const bare: TaskHead = {
  architecture: 'ViTMAEModel',
  graphs: [
    {
      name: 'model',
      build: (context) => {
        const made = features(context)
        context.graph.output('last_hidden_state', made.hidden, 'float32', [batch, 1 + seenPatches(spec), config.hidden_size])
        outputs(context, made)
      },
    },
  ],
}

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'vit_mae',
    config,
    heads: {
      'feature-extraction': bare,
      pretraining: {
        architecture: 'ViTMAEForPreTraining',
        graphs: [
          {
            name: 'model',
            build: (context) => {
              const made = features(context)
              const logits = context.graph.scope('decoder', () => maskedDecoder(context, made, spec))
              context.graph.output('logits', logits, 'float32', [batch, patches, config.patch_size ** 2 * 3])
              outputs(context, made)
            },
          },
        ],
      },
      'image-feature-extraction': bare,
    },
    processor: 'ViTImageProcessor',
    transformersJs: null,
    note: 'the noise that says which patches are seen is an input, as in upstream’s forward pass; Transformers.js has no such input',
  }),
]
