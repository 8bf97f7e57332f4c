import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate } from './activation.ts'
import { convolution } from './convolution.ts'
import { groupNorm } from './norm.ts'
import { downsample, residualBlock, upsample } from './residual-block.ts'
import { spatialTransformer } from './spatial-transformer.ts'
import { timestepEmbedding, timestepPerItem, timestepProjection } from './timestep.ts'

/** The fields of diffusers' `UNet2DConditionModel` that shape the graph. */
export interface UnetSizes {
  readonly in_channels: number
  readonly out_channels: number
  readonly block_out_channels: readonly number[]
  readonly down_block_types: readonly ('CrossAttnDownBlock2D' | 'DownBlock2D')[]
  readonly up_block_types: readonly ('CrossAttnUpBlock2D' | 'UpBlock2D')[]
  readonly layers_per_block: number
  readonly cross_attention_dim: number
  /** The number of heads, in spite of its name, in the models of this type; of all blocks or one for each. */
  readonly attention_head_dim: number | readonly number[]
  /** Blocks of each transformer, by U-Net block. @default 1 */
  readonly transformer_layers_per_block?: readonly number[]
  /** @default false */
  readonly use_linear_projection?: boolean
  readonly norm_num_groups: number
  readonly norm_eps: number
  readonly flip_sin_to_cos: boolean
  readonly freq_shift: number
}

export interface UnetInputs {
  /** `[batch, in_channels, height, width]` */
  readonly sample: Value
  /** int64 `[1]` or `[batch]` */
  readonly timestep: Value
  /** `[batch, length, cross_attention_dim]` */
  readonly condition: Value
  /** Added to the timestep's embedding `[batch, 4 · narrowest]`, e.g. of sizes and a pooled text (SDXL). @default none */
  readonly added?: Value
}

/** An image with its number of channels. */
interface Features {
  readonly value: Value
  readonly channels: number
}

/** The denoising U-Net with cross-attention (Rombach et al. 2022, arXiv:2112.10752, §3.3): `[batch, in_channels, height, width] → [batch, out_channels, height, width]`. */
export function conditionalUnet(context: GraphContext, config: UnetSizes, { sample, timestep, condition, added }: UnetInputs): Value {
  const { graph } = context
  const { block_out_channels: widths, norm_num_groups: groups, norm_eps: epsilon, layers_per_block: layers } = config
  const narrowest = widths[0]!
  const timeSize = 4 * narrowest
  const waves = timestepEmbedding(context, timestepPerItem(context, timestep, sample), {
    size: narrowest,
    cosinesFirst: config.flip_sin_to_cos,
    frequencyShift: config.freq_shift,
  })
  const projected = timestepProjection(context, waves, { name: 'time_embedding', inputSize: narrowest, outputSize: timeSize })
  const time = { embedding: added === undefined ? projected : graph.node('Add', [projected, added]), size: timeSize }
  const last = widths.length - 1

  const residual = (x: Features, outputChannels: number, index: number): Features => ({
    value: graph.scope(`resnets.${index}`, () =>
      residualBlock(context, x.value, { inputChannels: x.channels, outputChannels, groups, epsilon, time }),
    ),
    channels: outputChannels,
  })
  const attend = ({ value, channels }: Features, index: number, block: number): Features => {
    const { attention_head_dim: heads, transformer_layers_per_block: depths, use_linear_projection: linearProjection = false } = config
    const options = {
      size: channels,
      heads: typeof heads === 'number' ? heads : heads[block]!,
      groups,
      condition,
      conditionSize: config.cross_attention_dim,
      depth: depths?.[block] ?? 1,
      linearProjection,
    }
    return { value: graph.scope(`attentions.${index}`, () => spatialTransformer(context, value, options)), channels }
  }

  let x: Features = {
    value: convolution(context, sample, {
      name: 'conv_in',
      inputChannels: config.in_channels,
      outputChannels: narrowest,
      kernel: [3, 3],
      padding: 1,
    }),
    channels: narrowest,
  }
  const skips: Features[] = [x]
  widths.forEach((width, block) =>
    graph.scope(`down_blocks.${block}`, () => {
      for (let layer = 0; layer < layers; layer++) {
        x = residual(x, width, layer)
        if (config.down_block_types[block] === 'CrossAttnDownBlock2D') x = attend(x, layer, block)
        skips.push(x)
      }
      if (block === last) return
      x = { value: graph.scope('downsamplers.0', () => downsample(context, x.value, width)), channels: width }
      skips.push(x)
    }),
  )
  graph.scope('mid_block', () => {
    x = residual(attend(residual(x, x.channels, 0), 0, last), x.channels, 1)
  })
  widths.toReversed().forEach((width, block) =>
    graph.scope(`up_blocks.${block}`, () => {
      for (let layer = 0; layer <= layers; layer++) {
        const skip = skips.pop()!
        const joined = { value: graph.node('Concat', [x.value, skip.value], { axis: 1 }), channels: x.channels + skip.channels }
        x = residual(joined, width, layer)
        if (config.up_block_types[block] === 'CrossAttnUpBlock2D') x = attend(x, layer, last - block)
      }
      if (block < last) x = { value: graph.scope('upsamplers.0', () => upsample(context, x.value, width)), channels: width }
    }),
  )
  const normal = activate(context, groupNorm(context, x.value, { name: 'conv_norm_out', size: narrowest, epsilon, groups }), 'silu')
  return convolution(context, normal, {
    name: 'conv_out',
    inputChannels: narrowest,
    outputChannels: config.out_channels,
    kernel: [3, 3],
    padding: 1,
  })
}
