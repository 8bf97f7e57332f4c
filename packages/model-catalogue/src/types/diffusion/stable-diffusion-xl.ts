import type { Value } from '@vitest-hardware/onnx-graph'
import { reshape } from '../../blocks/arithmetic.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { timestepEmbedding, timestepProjection } from '../../blocks/timestep.ts'
import { conditionalUnet } from '../../blocks/unet.ts'
import { tokenizerFiles } from '../../folder/tokenizer/tokenizer-files.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { clipTextTower } from '../vision-text/clip-towers.ts'
import { textEmbeddings, towerEncoder } from '../vision-text/tower-layers.ts'
import { schedulerConfig, vaeConfig, vaeDecoderGraph } from './pipeline-parts.ts'

const textConfig = {
  architectures: ['CLIPTextModel'],
  model_type: 'clip_text_model',
  vocab_size: vocabularySize,
  hidden_size: 16,
  intermediate_size: 32,
  projection_dim: 16,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  max_position_embeddings: 32,
  hidden_act: 'quick_gelu',
  layer_norm_eps: 1e-5,
  bos_token_id: vocabularySize - 2,
  eos_token_id: vocabularySize - 1,
  pad_token_id: vocabularySize - 1,
} as const
/** OpenCLIP's larger tower, with exact GELU and a projection. */
const secondConfig = {
  ...textConfig,
  architectures: ['CLIPTextModelWithProjection'],
  hidden_size: 32,
  intermediate_size: 64,
  projection_dim: 24,
  num_attention_heads: 4,
  hidden_act: 'gelu',
} as const
type TextConfig = typeof textConfig | typeof secondConfig

/** Sizes before and after cropping, and the crop's corner. */
const sizeCount = 6
const sizeWaves = 8
const unetConfig = {
  _class_name: 'UNet2DConditionModel',
  _diffusers_version: '0.32.0',
  act_fn: 'silu',
  addition_embed_type: 'text_time',
  addition_time_embed_dim: sizeWaves,
  attention_head_dim: [2, 4],
  block_out_channels: [8, 24],
  center_input_sample: false,
  cross_attention_dim: textConfig.hidden_size + secondConfig.hidden_size,
  down_block_types: ['DownBlock2D', 'CrossAttnDownBlock2D'],
  downsample_padding: 1,
  flip_sin_to_cos: true,
  freq_shift: 0,
  in_channels: 4,
  layers_per_block: 1,
  mid_block_scale_factor: 1,
  norm_eps: 1e-5,
  norm_num_groups: 4,
  out_channels: 4,
  projection_class_embeddings_input_dim: secondConfig.projection_dim + sizeCount * sizeWaves,
  sample_size: 16,
  transformer_layers_per_block: [1, 2],
  up_block_types: ['CrossAttnUpBlock2D', 'UpBlock2D'],
  use_linear_projection: true,
} as const

/** The pooled text and the image's sizes, as one vector beside the timestep's (Podell et al. 2023, arXiv:2307.01952, §2.2). */
function conditionVector(context: GraphContext, text: Value, sizes: Value): Value {
  const { graph } = context
  const waves = timestepEmbedding(context, reshape(context, sizes, [-1]), {
    size: sizeWaves,
    cosinesFirst: unetConfig.flip_sin_to_cos,
    frequencyShift: unetConfig.freq_shift,
  })
  const both = graph.node('Concat', [text, reshape(context, waves, [-1, sizeCount * sizeWaves])], { axis: 1 })
  return timestepProjection(context, both, {
    name: 'add_embedding',
    inputSize: unetConfig.projection_class_embeddings_input_dim,
    outputSize: 4 * unetConfig.block_out_channels[0],
  })
}

function buildUnet(context: GraphContext): void {
  const { graph } = context
  const sample = graph.input('sample', 'float32', [batch, 'num_channels', 'height', 'width'])
  const timestep = graph.input('timestep', 'int64', ['steps'])
  const condition = graph.input('encoder_hidden_states', 'float32', [batch, sequence, unetConfig.cross_attention_dim])
  const text = graph.input('text_embeds', 'float32', [batch, secondConfig.projection_dim])
  const sizes = graph.input('time_ids', 'float32', [batch, sizeCount])
  const added = conditionVector(context, text, sizes)
  const denoised = conditionalUnet(context, unetConfig, { sample, timestep, condition, added })
  graph.output('out_sample', denoised, 'float32', [batch, unetConfig.out_channels, 'height', 'width'])
}

/** The last hidden states but one, which the U-Net attends to, besides what the tower itself gives. */
function textTower(context: GraphContext, config: TextConfig, second: boolean): void {
  const { graph } = context
  const size = config.hidden_size
  const ids = second
    ? graph.input('input_ids', 'int64', [batch, sequence])
    : graph.node('Cast', [graph.input('input_ids', 'int32', [batch, sequence])], { to: 7 })
  const { hidden, pooled } = clipTextTower(context, { ids, attentionMask: undefined }, config)
  if (second) {
    const projected = linear(context, pooled, {
      name: 'text_projection',
      inputSize: size,
      outputSize: config.projection_dim,
      bias: false,
    })
    graph.output('text_embeds', projected, 'float32', [batch, config.projection_dim])
  }
  graph.output('last_hidden_state', hidden, 'float32', [batch, sequence, size])
  if (!second) graph.output('pooler_output', pooled, 'float32', [batch, size])
  const fewer = config.num_hidden_layers - 1
  const earlier = graph.scope('text_model', () =>
    towerEncoder(context, textEmbeddings(context, ids, config), { ...config, num_hidden_layers: fewer }, [
      causalMask(context, { queries: ids }),
    ]),
  )
  graph.output(`hidden_states.${fewer}`, earlier, 'float32', [batch, sequence, size])
}

const tokenizer = (folder: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(tokenizerFiles('CLIPTokenizer', textConfig.max_position_embeddings)).map(([name, content]) => [
      `${folder}/${name}`,
      content,
    ]),
  )

export const modelTypes: readonly ModelType[] = [
  {
    type: 'stable-diffusion-xl',
    tasks: ['text-to-image'],
    config: { model_type: 'stable-diffusion-xl', architectures: ['UNet2DConditionModel'], ...unetConfig },
    preprocessor: { kind: 'none' },
    graphs: [
      { name: 'unet/model', build: buildUnet },
      vaeDecoderGraph,
      { name: 'text_encoder/model', build: (context) => textTower(context, textConfig, false) },
      { name: 'text_encoder_2/model', build: (context) => textTower(context, secondConfig, true) },
    ],
    files: {
      'model_index.json': {
        _class_name: 'StableDiffusionXLPipeline',
        _diffusers_version: '0.32.0',
        force_zeros_for_empty_prompt: true,
        scheduler: ['diffusers', schedulerConfig._class_name],
        text_encoder: ['transformers', 'CLIPTextModel'],
        text_encoder_2: ['transformers', 'CLIPTextModelWithProjection'],
        tokenizer: ['transformers', 'CLIPTokenizer'],
        tokenizer_2: ['transformers', 'CLIPTokenizer'],
        unet: ['diffusers', unetConfig._class_name],
        vae: ['diffusers', vaeConfig._class_name],
      },
      'scheduler/scheduler_config.json': schedulerConfig,
      'text_encoder/config.json': textConfig,
      'text_encoder_2/config.json': secondConfig,
      'unet/config.json': unetConfig,
      'vae_decoder/config.json': vaeConfig,
      ...tokenizer('tokenizer'),
      ...tokenizer('tokenizer_2'),
    },
    transformersJs: null,
    note: 'two text towers side by side, transformers only in the deeper block and two layers deep, sizes and pooled text beside the timestep; a pipeline of several graphs, which Transformers.js does not have',
  },
]
