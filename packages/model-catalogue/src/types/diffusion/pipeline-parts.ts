import { vaeDecoder } from '../../blocks/vae.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { GraphFile } from '../../model-type.ts'

/** `vae/config.json` of a tiny `AutoencoderKL`. */
export const vaeConfig = {
  _class_name: 'AutoencoderKL',
  _diffusers_version: '0.32.0',
  act_fn: 'silu',
  block_out_channels: [16, 32],
  down_block_types: ['DownEncoderBlock2D', 'DownEncoderBlock2D'],
  in_channels: 3,
  latent_channels: 4,
  layers_per_block: 1,
  norm_num_groups: 8,
  out_channels: 3,
  sample_size: 32,
  scaling_factor: 0.18215,
  up_block_types: ['UpDecoderBlock2D', 'UpDecoderBlock2D'],
} as const

/** The graph that turns latents into an image, as Optimum exports it. */
export const vaeDecoderGraph: GraphFile = { name: 'vae_decoder/model', build: buildVaeDecoder }

function buildVaeDecoder(context: GraphContext): void {
  const { graph } = context
  const latent = graph.input('latent_sample', 'float32', [batch, vaeConfig.latent_channels, 'height', 'width'])
  graph.output('sample', vaeDecoder(context, vaeConfig, latent), 'float32', [batch, vaeConfig.out_channels, 'image_height', 'image_width'])
}

/** `scheduler/scheduler_config.json`: the noise schedule of Stable Diffusion 1. */
export const schedulerConfig = {
  _class_name: 'DDIMScheduler',
  _diffusers_version: '0.32.0',
  beta_end: 0.012,
  beta_schedule: 'scaled_linear',
  beta_start: 0.00085,
  clip_sample: false,
  num_train_timesteps: 1000,
  prediction_type: 'epsilon',
  set_alpha_to_one: false,
  steps_offset: 1,
} as const
