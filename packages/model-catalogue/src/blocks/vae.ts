import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate } from './activation.ts'
import { attention } from './attention.ts'
import { convolution } from './convolution.ts'
import { groupNorm } from './norm.ts'
import { flattenGrid } from './patch.ts'
import { residualBlock, upsample } from './residual-block.ts'
import { diffusersAttention, toGrid } from './spatial-transformer.ts'

/** The fields of diffusers' `AutoencoderKL` that shape its decoder. */
export interface VaeSizes {
  readonly latent_channels: number
  readonly out_channels: number
  readonly block_out_channels: readonly number[]
  readonly layers_per_block: number
  readonly norm_num_groups: number
}

/** Fixed in upstream's code. */
const epsilon = 1e-6

/**
 * The decoder of a variational autoencoder of images (Rombach et al. 2022, arXiv:2112.10752, §3.1):
 * `[batch, latent_channels, height, width] → [batch, out_channels, s·height, s·width]` with s = 2^(blocks - 1).
 */
export function vaeDecoder(context: GraphContext, config: VaeSizes, latent: Value): Value {
  const { graph } = context
  const { latent_channels: latentChannels, norm_num_groups: groups } = config
  const widths = config.block_out_channels.toReversed()
  const widest = widths[0]!
  const residual = (x: Value, inputChannels: number, outputChannels: number, index: number): Value =>
    graph.scope(`resnets.${index}`, () => residualBlock(context, x, { inputChannels, outputChannels, groups, epsilon }))
  const unquantised = convolution(context, latent, {
    name: 'post_quant_conv',
    inputChannels: latentChannels,
    outputChannels: latentChannels,
    kernel: [1, 1],
  })
  return graph.scope('decoder', () => {
    let x = convolution(context, unquantised, {
      name: 'conv_in',
      inputChannels: latentChannels,
      outputChannels: widest,
      kernel: [3, 3],
      padding: 1,
    })
    x = graph.scope('mid_block', () => {
      const first = residual(x, widest, widest, 0)
      return residual(
        graph.scope('attentions.0', () => pixelAttention(context, first, widest, groups)),
        widest,
        widest,
        1,
      )
    })
    let channels = widest
    widths.forEach((width, block) =>
      graph.scope(`up_blocks.${block}`, () => {
        for (let layer = 0; layer <= config.layers_per_block; layer++) {
          x = residual(x, channels, width, layer)
          channels = width
        }
        if (block < widths.length - 1) x = graph.scope('upsamplers.0', () => upsample(context, x, width))
      }),
    )
    const normal = activate(context, groupNorm(context, x, { name: 'conv_norm_out', size: channels, epsilon, groups }), 'silu')
    return convolution(context, normal, {
      name: 'conv_out',
      inputChannels: channels,
      outputChannels: config.out_channels,
      kernel: [3, 3],
      padding: 1,
    })
  })
}

/** One head over all pixels, in the current scope; keeps the shape. */
function pixelAttention(context: GraphContext, x: Value, size: number, groups: number): Value {
  const normal = groupNorm(context, x, { name: 'group_norm', size, epsilon, groups })
  const attended = attention(context, flattenGrid(context, normal, size), { size, heads: 1, names: diffusersAttention })
  return context.graph.node('Add', [toGrid(context, attended, x), x])
}
