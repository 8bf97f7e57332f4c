import type { Value } from '@vitest-hardware/onnx-graph'
import { padAxis } from '../../blocks/arithmetic.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { activate } from '../../blocks/activation.ts'
import { convolution } from '../../blocks/convolution.ts'
import { embedding } from '../../blocks/embedding.ts'
import { nearestCode } from '../../blocks/nearest-code.ts'
import { groupNorm } from '../../blocks/norm.ts'
import { flattenGrid } from '../../blocks/patch.ts'
import { residualBlock } from '../../blocks/residual-block.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { tokensToGrid } from '../../heads/vision.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { llama, textSize } from '../vision-language/text-decoders.ts'
import { imageToken, visionLanguageType } from '../vision-language/vision-language-type.ts'

const image = 12
const side = 3
const channels = [8, 16, 16] as const
const groups = 4
const codes = 40
const codeSize = 8
/** The first of the tokens that stand for codes. */
const firstCode = 72
const epsilon = 1e-6
const widest = channels[channels.length - 1]!

const residual = (context: GraphContext, x: Value, inputChannels: number, outputChannels: number): Value =>
  residualBlock(context, x, { inputChannels, outputChannels, groups, epsilon })

/** Attention of one head over the grid's cells. */
function attend(context: GraphContext, x: Value): Value {
  const { graph } = context
  const normal = groupNorm(context, x, { name: 'norm', size: widest, epsilon, groups })
  const project = (y: Value, name: string): Value =>
    convolution(context, y, { name, inputChannels: widest, outputChannels: widest, kernel: [1, 1] })
  const [query, key, value] = ['q', 'k', 'v'].map((name) =>
    splitHeads(context, flattenGrid(context, project(normal, name), widest), 1, widest),
  ) as [Value, Value, Value]
  const seen = dotProductAttention(context, { query, key, value, scale: 1 / Math.sqrt(widest), size: widest })
  return graph.node('Add', [x, project(tokensToGrid(context, seen, side, widest), 'proj_out')])
}

/** Pixels to codes of a learned table, int64 `[batch, side²]` (Gafni et al. 2022, arXiv:2203.13131, §3.2). */
function imageCodes(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  return graph.scope('vqmodel', () => {
    const encoded = graph.scope('encoder', () => {
      const wide = (y: Value, options: { name: string; inputChannels: number; outputChannels: number }): Value =>
        convolution(context, y, { ...options, kernel: [3, 3], padding: 1 })
      let x = wide(pixels, { name: 'conv_in', inputChannels: 3, outputChannels: channels[0] })
      let from: number = channels[0]
      channels.forEach((to, level) => {
        x = graph.scope(`down.${level}.block.0`, () => residual(context, x, from, to))
        from = to
        if (level === channels.length - 1) return
        const padded = [2, 3].reduce((y, axis) => padAxis(context, y, { rank: 4, axis, before: 0, after: 1 }), x)
        const halving = { inputChannels: to, outputChannels: to, kernel: [3, 3], stride: 2 }
        x = convolution(context, padded, { name: `down.${level}.downsample.conv`, ...halving })
      })
      x = graph.scope('mid.block_1', () => residual(context, x, widest, widest))
      x = graph.scope('mid.attn_1', () => attend(context, x))
      x = graph.scope('mid.block_2', () => residual(context, x, widest, widest))
      const normal = activate(context, groupNorm(context, x, { name: 'norm_out', size: widest, epsilon, groups }), 'silu')
      return wide(normal, { name: 'conv_out', inputChannels: widest, outputChannels: codeSize })
    })
    const vectors = convolution(context, encoded, { name: 'quant_conv', inputChannels: codeSize, outputChannels: codeSize, kernel: [1, 1] })
    return nearestCode(context, flattenGrid(context, vectors, codeSize), { name: 'quantize.embedding', entries: codes, size: codeSize })
  })
}

/** Codes are tokens like others: their rows of the one table of tokens stand in the image's places (Chameleon, arXiv:2405.09818, §2.1). */
function features(context: GraphContext): Value {
  const { graph } = context
  const found = imageCodes(context, pixelsInput(context, { channels: 3, size: image }))
  const tokens = graph.node(
    'Gather',
    [
      graph.constant(
        'int64',
        Array.from({ length: codes }, (_, code) => firstCode + code),
      ),
      found,
    ],
    { axis: 0 },
  )
  return embedding(context, { name: 'embed_tokens', count: vocabularySize, size: textSize }).lookup(tokens)
}

/** Llama with a layer norm of queries and keys whose weights each head has for itself. */
const decoder = llama({
  modelType: null,
  epsilon: 1e-5,
  body: '',
  layer: (_layer, base) => ({
    ...base,
    ...(typeof base.mixer === 'object'
      ? { mixer: { ...base.mixer, headNorm: { norm: { kind: 'layer', epsilon: 1e-5 }, over: 'own-head' } } }
      : {}),
  }),
})

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('chameleon', {
    prefix: 'Chameleon',
    config: {
      ...decoder.config,
      swin_norm: false,
      vocabulary_map: { '<image>': imageToken },
      image_token_id: imageToken,
      image_seq_length: side ** 2,
      vq_config: {
        model_type: 'chameleon_vqgan',
        embed_dim: codeSize,
        num_embeddings: codes,
        latent_channels: codeSize,
        resolution: image,
        in_channels: 3,
        base_channels: channels[0],
        channel_multiplier: channels.map((count) => count / channels[0]),
        num_res_blocks: 1,
        attn_resolutions: null,
        attn_type: 'vanilla',
      },
    },
    spec: { decoder: decoder.spec, modalities: [{ token: imageToken, features }] },
    note: 'images become tokens of the one vocabulary; norms of the image’s network have four groups instead of 32; scores of tokens of images are left as they are, where upstream sets them to the least number',
  }),
]
