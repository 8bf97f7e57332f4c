import type { Value } from '@vitest-hardware/onnx-graph'
import { swinLayer, type SwinSpec } from '../../architectures/swin.ts'
import { add } from '../../blocks/arithmetic.ts'
import { convolution } from '../../blocks/convolution.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { flattenGrid } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { tokensToGrid } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const [image, size, upsampledSize, scale] = [16, 16, 12, 2]
const depths = [2, 2] as const
const spec: SwinSpec = {
  image,
  patch: 1,
  size,
  depths,
  heads: [2, 2],
  window: 4,
  mlpRatio: 2,
  activation: 'gelu',
  epsilon: 1e-5,
  version: 2,
}
/** Mean of DIV2K's colours, which upstream subtracts and adds again. */
const colourMean = [0.4488, 0.4371, 0.404]

const filter = (context: GraphContext, x: Value, name: string, inputChannels: number, outputChannels: number, kernel = 3): Value =>
  convolution(context, x, { name, inputChannels, outputChannels, kernel: [kernel, kernel], padding: (kernel - 1) / 2 })

const meanOf = (context: GraphContext): Value =>
  context.graph.weight('mean', { type: 'float32', dims: [1, 3, 1, 1], data: Float32Array.from(colourMean) })

/** Layers in windows on one grid, a convolution and what came in (Conde et al. 2022, arXiv:2209.11345, §3). */
function stage(context: GraphContext, x: Value, index: number): Value {
  const { graph } = context
  return graph.scope(`encoder.stages.${index}`, () => {
    const grid = { side: image, size, heads: spec.heads[index]! }
    let y = x
    for (let block = 0; block < depths[index]!; block++)
      y = graph.scope(`layers.${block}`, () => swinLayer(context, y, spec, grid, block % 2 === 0 ? 0 : spec.window / 2))
    const mixed = filter(context, tokensToGrid(context, y, image, size), 'conv', size, size)
    return add(context, flattenGrid(context, filter(context, mixed, 'patch_embed.projection', size, size, 1), size), x)
  })
}

/** Shallow features and the deep ones on top of them: `[batch, size, image, image]`. */
function body(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  const centred = graph.node('Sub', [pixels, meanOf(context)])
  const shallow = filter(context, centred, 'first_convolution', 3, size)
  const embedded = graph.scope('embeddings', () => {
    const patches = flattenGrid(context, filter(context, shallow, 'patch_embeddings.projection', size, size, 1), size)
    return layerNorm(context, patches, { name: 'patch_embeddings.layernorm', size, epsilon: spec.epsilon })
  })
  const deep = depths.reduce((x: Value, _, index) => stage(context, x, index), embedded)
  const normal = layerNorm(context, deep, { name: 'layernorm', size, epsilon: spec.epsilon })
  return add(context, filter(context, tokensToGrid(context, normal, image, size), 'conv_after_body', size, size), shallow)
}

function features(context: GraphContext): void {
  context.graph.output('last_hidden_state', body(context, pixelsInput(context, { channels: 3, size: image })), 'float32', [
    batch,
    size,
    image,
    image,
  ])
}

/** Four channels become four pixels (Shi et al. 2016, arXiv:1609.05158, §3.2). */
function enlarge(context: GraphContext): void {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const seen = graph.scope('swin2sr', () => body(context, pixels))
  const large = graph.scope('upsample', () => {
    const before = graph.node('LeakyRelu', [filter(context, seen, 'conv_before_upsample', size, upsampledSize)], { alpha: 0.01 })
    const wide = filter(context, before, 'upsample.convolution_0', upsampledSize, scale ** 2 * upsampledSize)
    const shuffled = graph.node('DepthToSpace', [wide], { blocksize: scale, mode: 'CRD' })
    return filter(context, shuffled, 'final_convolution', upsampledSize, 3)
  })
  graph.output('reconstruction', add(context, large, meanOf(context)), 'float32', [batch, 3, scale * image, scale * image])
}

const head = (architecture: string, build: (context: GraphContext) => void): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build }],
})

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'swin2sr',
    config: {
      image_size: image,
      patch_size: 1,
      num_channels: 3,
      num_channels_out: 3,
      embed_dim: size,
      depths,
      num_heads: spec.heads,
      window_size: spec.window,
      mlp_ratio: spec.mlpRatio,
      qkv_bias: true,
      hidden_act: 'gelu',
      layer_norm_eps: spec.epsilon,
      use_absolute_embeddings: false,
      upscale: scale,
      img_range: 1,
      resi_connection: '1conv',
      upsampler: 'pixelshuffle',
    },
    heads: {
      'image-to-image': head('Swin2SRForImageSuperResolution', enlarge),
      'feature-extraction': head('Swin2SRModel', features),
      'image-feature-extraction': head('Swin2SRModel', features),
    },
    defaultTask: 'image-to-image',
    processor: 'Swin2SRImageProcessor',
    transformersJs: 'Swin2SRForImageSuperResolution',
    note: 'Swin Transformer V2’s layers on one grid with a convolution behind each stage, then four channels for each pixel',
  }),
]
