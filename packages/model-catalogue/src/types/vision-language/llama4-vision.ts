import type { Value } from '@vitest-hardware/onnx-graph'
import { clipNames, towerLayers, type TowerLayers } from '../../architectures/vision-tower.ts'
import { activate } from '../../blocks/activation.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import { pixelShuffle } from '../../blocks/projector.ts'
import { rotate } from '../../blocks/rotary-layout.ts'
import type { RotaryAngles } from '../../blocks/rotary-position.ts'
import { cos, exp, log, sin } from '../../exact-math.ts'
import type { GraphContext } from '../../graph-context.ts'

const size = 32
const side = 4
const patch = 8
const channels = 3
const heads = 4
const theta = 10_000
const epsilon = 1e-5
const factor = 2
const joined = factor * factor * size
const projected = 24

export const llama4VisionConfig = {
  model_type: 'llama4_vision_model',
  hidden_size: size,
  hidden_act: 'gelu',
  num_hidden_layers: 2,
  num_attention_heads: heads,
  num_channels: channels,
  intermediate_size: joined,
  vision_output_dim: projected,
  image_size: side * patch,
  patch_size: patch,
  norm_eps: epsilon,
  pixel_shuffle_ratio: 1 / factor,
  projector_input_dim: projected,
  projector_output_dim: projected,
  multi_modal_projector_bias: false,
  rope_theta: theta,
}

/** Size and number of an image's tokens. */
export const llama4Image = { size: projected, count: (side / factor) ** 2, pixels: side * patch, channels }

const layers: TowerLayers = {
  size,
  layers: 2,
  heads,
  innerSize: joined,
  activation: 'gelu',
  epsilon,
  norm: 'layer',
  names: {
    ...clipNames,
    layers: 'model.layers',
    norms: ['input_layernorm', 'post_attention_layernorm'],
    projections: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'o_proj' },
  },
}

/** Angles by column, then by row, both counted from 1; neighbouring elements turn together and the class token, which stands last, does not. */
function angles(context: GraphContext): RotaryAngles {
  const headSize = size / heads
  const quarter = headSize / 4
  const angle = (token: number, element: number): number => {
    if (token === side * side) return 0
    const pair = Math.floor(element / 2)
    const place = pair < quarter ? token % side : Math.floor(token / side)
    return (place + 1) * exp((-4 * (pair % quarter) * log(theta)) / headSize)
  }
  const table = (name: string, f: (x: number) => number): Value => {
    const data = Float32Array.from({ length: (side * side + 1) * headSize }, (_, index) =>
      f(angle(Math.floor(index / headSize), index % headSize)),
    )
    return context.fixed(name, { type: 'float32', dims: [1, 1, side * side + 1, headSize], data })
  }
  return context.graph.scope('rotary_embedding', () => ({ cos: table('cos', cos), sin: table('sin', sin) }))
}

/** Llama 4's vision tower (Meta 2025, after MetaCLIP, arXiv:2309.16671): `[images, 3, 32, 32] → [images, tokens, size]`. */
export function llama4Vision(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  return graph.scope('vision_model', () => {
    const patches = graph.scope('patch_embedding', () => {
      const cells = graph.node('Reshape', [pixels, graph.constant('int64', [-1, channels, side, patch, side, patch])])
      const flat = graph.node('Reshape', [
        graph.node('Transpose', [cells], { perm: [0, 2, 4, 1, 3, 5] }),
        graph.constant('int64', [-1, side * side, channels * patch * patch]),
      ])
      return linear(context, flat, { name: 'linear', inputSize: channels * patch * patch, outputSize: size, bias: false })
    })
    const token = repeatForBatch(context, context.weight('class_embedding', [1, 1, size], { std: 1 }), patches, [1, size])
    const tokens = graph.node('Concat', [patches, token], { axis: 1 })
    const placed = graph.node('Add', [tokens, context.weight('positional_embedding_vlm', [side * side + 1, size], { std: 0.5 })])
    const turns = angles(context)
    const headSize = size / heads
    const turn = (head: Value): Value => rotate(context, head, turns, { size: headSize, layout: 'interleaved' }, headSize)
    const x = towerLayers(context, layerNorm(context, placed, { name: 'layernorm_pre', size, epsilon }), layers, { turn })
    const normed = layerNorm(context, x, { name: 'layernorm_post', size, epsilon })
    const withoutToken = graph.node('Slice', [normed, ...[0, -1, 1].map((value) => graph.constant('int64', [value]))])
    return graph.scope('vision_adapter.mlp', () => {
      const shuffled = pixelShuffle(context, withoutToken, { side, factor, size })
      const inner = activate(
        context,
        linear(context, shuffled, { name: 'fc1', inputSize: joined, outputSize: projected, bias: false }),
        'gelu',
      )
      return activate(context, linear(context, inner, { name: 'fc2', inputSize: projected, outputSize: projected, bias: false }), 'gelu')
    })
  })
}
