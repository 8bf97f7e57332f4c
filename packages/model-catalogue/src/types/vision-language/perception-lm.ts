import type { Value } from '@vitest-hardware/onnx-graph'
import { blocksNames, towerLayers, type TowerLayers, withoutFirst } from '../../architectures/vision-tower.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, prependToken } from '../../blocks/patch.ts'
import { averageSquares, perceptronProjector } from '../../blocks/projector.ts'
import { rotate } from '../../blocks/rotary-layout.ts'
import type { RotaryAngles } from '../../blocks/rotary-position.ts'
import { cos, exp, log, sin } from '../../exact-math.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { llama, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'

const size = 32
const [side, patch, heads] = [4, 8, 4]
const headSize = size / heads
const epsilon = 1e-5
const theta = 10_000
const pooling = 2

const layers: TowerLayers = {
  size,
  layers: 2,
  heads,
  innerSize: 64,
  activation: 'gelu',
  epsilon,
  norm: 'layer',
  names: blocksNames,
  layerScale: ['gamma_1', 'gamma_2'],
}

/** Columns turn the first half of each head, rows the second, neighbours in pairs, counted from 1; the class token does not turn. */
function angles(context: GraphContext): RotaryAngles {
  const quarter = headSize / 4
  const angle = (token: number, element: number): number => {
    if (token === 0) return 0
    const pair = Math.floor(element / 2)
    const place = pair < quarter ? (token - 1) % side : Math.floor((token - 1) / side)
    return (place + 1) * exp((-log(theta) * (pair % quarter)) / quarter)
  }
  const tokens = side * side + 1
  const table = (name: string, f: (x: number) => number): Value => {
    const data = Float32Array.from({ length: tokens * headSize }, (_, index) => f(angle(Math.floor(index / headSize), index % headSize)))
    return context.fixed(name, { type: 'float32', dims: [1, 1, tokens, headSize], data })
  }
  return context.graph.scope('rope', () => ({ cos: table('cos', cos), sin: table('sin', sin) }))
}

/** Perception Encoder (Bolya et al. 2025, arXiv:2504.13181, §2.1 and §4) as timm has it. */
function tower(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  return graph.scope('vision_tower.timm_model', () => {
    const patches = patchEmbedding(context, pixels, { name: 'patch_embed.proj', channels: 3, size, patch, bias: false })
    const tokens = prependToken(context, patches, context.weight('cls_token', [1, 1, size], { std: 1 }), size)
    const placed = graph.node('Add', [tokens, context.weight('pos_embed', [1, side * side + 1, size], { std: 0.5 })])
    const turns = angles(context)
    const turn = (head: Value): Value => rotate(context, head, turns, { size: headSize, layout: 'interleaved' }, headSize)
    return towerLayers(context, layerNorm(context, placed, { name: 'norm_pre', size, epsilon }), layers, { turn })
  })
}

/** Two layers, then means of squares of patches (PerceptionLM, arXiv:2504.13180, §3). */
function features(context: GraphContext): Value {
  const { graph } = context
  const tiles = graph.input('pixel_values', 'float32', [batch, 1, 3, side * patch, side * patch])
  const pixels = graph.node('Reshape', [tiles, graph.constant('int64', [-1, 3, side * patch, side * patch])])
  const patches = withoutFirst(context, tower(context, pixels))
  return graph.scope('multi_modal_projector', () => {
    const names = ['linear_1', 'linear_2'] as const
    const projected = perceptronProjector(context, patches, { names, inputSize: size, outputSize: textSize, activation: 'gelu' })
    return averageSquares(context, projected, { side, factor: pooling, size: textSize })
  })
}

const text = llama({ keyValueHeads: 2, theta: 500_000, epsilon: 1e-5, tied: true })

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('perception_lm', {
    prefix: 'PerceptionLM',
    config: {
      text_config: text.config,
      vision_config: {
        model_type: 'timm_wrapper',
        architecture: 'vit_pe_core_large_patch14_336',
        model_args: {
          embed_dim: size,
          depth: layers.layers,
          num_heads: heads,
          img_size: [side * patch, side * patch],
          init_values: 0.1,
          global_pool: '',
        },
      },
      vision_use_cls_token: true,
      projector_pooling_ratio: pooling,
      image_token_id: imageToken,
      video_token_id: imageToken + 2,
    },
    spec: { decoder: text.spec, modalities: [{ token: imageToken, features }] },
  }),
]
