import type { Value } from '@vitest-hardware/onnx-graph'
import { add } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import { conditionalUnet } from '../../blocks/unet.ts'
import { tokenizerFiles } from '../../folder/tokenizer/tokenizer-files.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { schedulerConfig, vaeConfig, vaeDecoderGraph } from './pipeline-parts.ts'

const textConfig = {
  architectures: ['LDMBertModel'],
  model_type: 'ldmbert',
  vocab_size: vocabularySize,
  d_model: 32,
  encoder_layers: 2,
  encoder_attention_heads: 2,
  head_dim: 8,
  encoder_ffn_dim: 64,
  max_position_embeddings: 77,
  activation_function: 'gelu',
  scale_embedding: false,
  pad_token_id: 0,
} as const

const unetConfig = {
  _class_name: 'UNet2DConditionModel',
  _diffusers_version: '0.32.0',
  act_fn: 'silu',
  attention_head_dim: 2,
  block_out_channels: [16, 24],
  center_input_sample: false,
  cross_attention_dim: textConfig.d_model,
  down_block_types: ['CrossAttnDownBlock2D', 'CrossAttnDownBlock2D'],
  downsample_padding: 1,
  flip_sin_to_cos: true,
  freq_shift: 0,
  in_channels: 4,
  layers_per_block: 1,
  mid_block_scale_factor: 1,
  norm_eps: 1e-5,
  norm_num_groups: 8,
  out_channels: 4,
  sample_size: 16,
  up_block_types: ['CrossAttnUpBlock2D', 'CrossAttnUpBlock2D'],
} as const

function buildUnet(context: GraphContext): void {
  const { graph } = context
  const sample = graph.input('sample', 'float32', [batch, 'num_channels', 'height', 'width'])
  const timestep = graph.input('timestep', 'int64', ['steps'])
  const condition = graph.input('encoder_hidden_states', 'float32', [batch, sequence, unetConfig.cross_attention_dim])
  const denoised = conditionalUnet(context, unetConfig, { sample, timestep, condition })
  graph.output('out_sample', denoised, 'float32', [batch, unetConfig.out_channels, 'height', 'width'])
}

/** The text transformer that was trained with the U-Net: pre-norm, both ways, heads narrower than the width over their number (Rombach et al. 2022, arXiv:2112.10752, §4.3.1). */
function buildText(context: GraphContext): void {
  const { graph } = context
  const { d_model: size, max_position_embeddings: count } = textConfig
  const ids = idsInput(context, 'input_ids')
  const norm = (x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })
  const hidden = graph.scope('model', () => {
    const tokens = embedding(context, { name: 'embed_tokens', count: textConfig.vocab_size, size }).lookup(ids)
    const positions = learnedPositions(context, { name: 'embed_positions', count, size, positions: positionRange(context, ids) })
    let x = add(context, tokens, positions)
    for (let layer = 0; layer < textConfig.encoder_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = graph.scope('self_attn', () =>
          attention(context, norm(x, 'self_attn_layer_norm'), {
            size,
            heads: textConfig.encoder_attention_heads,
            headSize: textConfig.head_dim,
            names: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' },
            bias: { query: false, key: false, value: false, output: true },
          }),
        )
        const middle = add(context, x, attended)
        const options = {
          names: { up: 'fc1', down: 'fc2' },
          size,
          innerSize: textConfig.encoder_ffn_dim,
          activation: textConfig.activation_function,
        }
        return add(context, middle, feedForward(context, norm(middle, 'final_layer_norm'), options))
      })
    }
    return norm(x, 'layer_norm')
  })
  graph.output('last_hidden_state', hidden, 'float32', [batch, sequence, size])
}

const tokenizer = Object.fromEntries(
  Object.entries(tokenizerFiles('BertTokenizer', textConfig.max_position_embeddings)).map(([name, content]) => [
    `tokenizer/${name}`,
    content,
  ]),
)

export const modelTypes: readonly ModelType[] = [
  {
    type: 'latent-diffusion',
    tasks: ['text-to-image'],
    config: { model_type: 'latent-diffusion', architectures: ['UNet2DConditionModel'], ...unetConfig },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'unet/model', build: buildUnet }, vaeDecoderGraph, { name: 'bert/model', build: buildText }],
    files: {
      'model_index.json': {
        _class_name: 'LDMTextToImagePipeline',
        _diffusers_version: '0.32.0',
        bert: ['latent_diffusion', 'LDMBertModel'],
        scheduler: ['diffusers', schedulerConfig._class_name],
        tokenizer: ['transformers', 'BertTokenizer'],
        unet: ['diffusers', unetConfig._class_name],
        vqvae: ['diffusers', vaeConfig._class_name],
      },
      'scheduler/scheduler_config.json': schedulerConfig,
      'bert/config.json': textConfig,
      'unet/config.json': unetConfig,
      'vae_decoder/config.json': vaeConfig,
      ...tokenizer,
    },
    transformersJs: null,
    note: 'Stable Diffusion’s forerunner: a text transformer of its own in place of CLIP’s; a pipeline of several graphs, which Transformers.js does not have',
  },
]
