import { conditionalUnet } from '../../blocks/unet.ts'
import { tokenizerFiles } from '../../folder/tokenizer/tokenizer-files.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { clipTextTower } from '../vision-text/clip-towers.ts'
import { schedulerConfig, vaeConfig, vaeDecoderGraph } from './pipeline-parts.ts'

const unetConfig = {
  _class_name: 'UNet2DConditionModel',
  _diffusers_version: '0.32.0',
  act_fn: 'silu',
  attention_head_dim: 2,
  block_out_channels: [16, 32],
  center_input_sample: false,
  cross_attention_dim: 32,
  down_block_types: ['CrossAttnDownBlock2D', 'DownBlock2D'],
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
  up_block_types: ['UpBlock2D', 'CrossAttnUpBlock2D'],
} as const

const textConfig = {
  architectures: ['CLIPTextModel'],
  model_type: 'clip_text_model',
  vocab_size: vocabularySize,
  hidden_size: unetConfig.cross_attention_dim,
  intermediate_size: 64,
  projection_dim: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  max_position_embeddings: 32,
  hidden_act: 'quick_gelu',
  layer_norm_eps: 1e-5,
  bos_token_id: vocabularySize - 2,
  eos_token_id: vocabularySize - 1,
  pad_token_id: vocabularySize - 1,
} as const

function buildUnet(context: GraphContext): void {
  const { graph } = context
  const sample = graph.input('sample', 'float32', [batch, 'num_channels', 'height', 'width'])
  const timestep = graph.input('timestep', 'int64', ['steps'])
  const condition = graph.input('encoder_hidden_states', 'float32', [batch, sequence, unetConfig.cross_attention_dim])
  const denoised = conditionalUnet(context, unetConfig, { sample, timestep, condition })
  graph.output('out_sample', denoised, 'float32', [batch, unetConfig.out_channels, 'height', 'width'])
}

function buildTextEncoder(context: GraphContext): void {
  const { graph } = context
  // 32-bit ids, as diffusers' pipelines feed them
  const ids = graph.node('Cast', [graph.input('input_ids', 'int32', [batch, sequence])], { to: 7 })
  const { hidden, pooled } = clipTextTower(context, { ids, attentionMask: undefined }, textConfig)
  graph.output('last_hidden_state', hidden, 'float32', [batch, sequence, textConfig.hidden_size])
  graph.output('pooler_output', pooled, 'float32', [batch, textConfig.hidden_size])
}

const tokenizer = Object.fromEntries(
  Object.entries(tokenizerFiles('CLIPTokenizer', textConfig.max_position_embeddings)).map(([name, content]) => [
    `tokenizer/${name}`,
    content,
  ]),
)

export const modelTypes: readonly ModelType[] = [
  {
    type: 'stable-diffusion',
    tasks: ['text-to-image'],
    // the pipeline itself has no config upstream: this is its U-Net's, which is the first graph
    config: { model_type: 'stable-diffusion', architectures: ['UNet2DConditionModel'], ...unetConfig },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'unet/model', build: buildUnet }, vaeDecoderGraph, { name: 'text_encoder/model', build: buildTextEncoder }],
    files: {
      'model_index.json': {
        _class_name: 'StableDiffusionPipeline',
        _diffusers_version: '0.32.0',
        scheduler: ['diffusers', schedulerConfig._class_name],
        text_encoder: ['transformers', 'CLIPTextModel'],
        tokenizer: ['transformers', 'CLIPTokenizer'],
        unet: ['diffusers', unetConfig._class_name],
        vae: ['diffusers', vaeConfig._class_name],
      },
      'scheduler/scheduler_config.json': schedulerConfig,
      'text_encoder/config.json': textConfig,
      'unet/config.json': unetConfig,
      'vae_decoder/config.json': vaeConfig,
      ...tokenizer,
    },
    transformersJs: null,
    note: 'a pipeline of several graphs, which Transformers.js does not have; the folder is laid out as Optimum exports it for diffusers',
  },
]
