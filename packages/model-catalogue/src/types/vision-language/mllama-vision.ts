import type { Value } from '@vitest-hardware/onnx-graph'
import { clipNames, towerLayers, type TowerLayers } from '../../architectures/vision-tower.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, prependToken } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'

const size = 32
const image = 32
const patch = 16
const patches = (image / patch) ** 2
const tokens = patches + 1
/** Tokens of a tile come in eights. */
const padded = Math.ceil(tokens / 8) * 8
const tiles = 2
const ratios = 4
const epsilon = 1e-5

/** Tokens of all tiles, and their size: the last layer's and the first one's features side by side. */
export const mllamaImage = { tiles, tokens, size: 2 * size }

export const mllamaVisionConfig = {
  model_type: 'mllama_vision_model',
  hidden_size: size,
  hidden_act: 'gelu',
  num_hidden_layers: 2,
  num_global_layers: 1,
  attention_heads: 4,
  num_channels: 3,
  intermediate_size: 64,
  vision_output_dim: mllamaImage.size,
  image_size: image,
  patch_size: patch,
  norm_eps: epsilon,
  max_num_tiles: tiles,
  intermediate_layers_indices: [0],
  supported_aspect_ratios: [
    [1, 1],
    [1, 2],
    [2, 1],
  ],
}

const local: TowerLayers = {
  size,
  layers: 2,
  heads: 4,
  innerSize: 64,
  activation: 'gelu',
  epsilon,
  norm: 'layer',
  bias: { projections: false, feedForward: true },
  names: {
    ...clipNames,
    layers: 'transformer.layers',
    norms: ['input_layernorm', 'post_attention_layernorm'],
    projections: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'o_proj' },
  },
}
const global: TowerLayers = {
  ...local,
  layers: 1,
  gates: ['gate_attn', 'gate_ffn'],
  names: { ...local.names, layers: 'global_transformer.layers' },
}

/** Llama 3.2's vision tower (Grattafiori et al. 2024, arXiv:2407.21783, §7.1), which declares its inputs: `[batch, tiles·tokens, 2·size]`. */
export function mllamaVision(context: GraphContext): Value {
  const { graph } = context
  const pixels = graph.input('pixel_values', 'float32', [batch, 1, tiles, 3, image, image])
  const ids = graph.node('Reshape', [graph.input('aspect_ratio_ids', 'int64', [batch, 1]), graph.constant('int64', [-1])])
  const ratioMask = graph.input('aspect_ratio_mask', 'int64', [batch, 1, tiles])
  const shape = (x: Value, ...dims: number[]): Value => graph.node('Reshape', [x, graph.constant('int64', dims)])
  return graph.scope('vision_model', () => {
    const cut = patchEmbedding(context, shape(pixels, -1, 3, image, image), {
      name: 'patch_embedding',
      channels: 3,
      size,
      patch,
      bias: false,
    })
    const placed = tileEmbedding(context, shape(cut, -1, tiles, patches, size), ids, 'pre_tile_positional_embedding')
    const withToken = prependToken(
      context,
      shape(placed, -1, patches, size),
      context.weight('class_embedding', [1, 1, size], { std: 1 }),
      size,
    )
    const started = layerNorm(context, gatedPositions(context, shape(withToken, -1, tiles, tokens, size), ids), {
      name: 'layernorm_pre',
      size,
      epsilon,
    })
    const long = graph.node('Pad', [started, graph.constant('int64', [0, 0, 0, 0, 0, 0, padded - tokens, 0])])
    const biases = [tileMask(context, ratioMask)]
    const kept: Value[] = []
    const near = towerLayers(context, shape(long, -1, tiles * padded, size), local, {
      biases: () => biases,
      after: (layer, x) => layer === 0 && kept.push(x),
    })
    const normed = layerNorm(context, near, { name: 'layernorm_post', size, epsilon })
    const tiled = tileEmbedding(context, shape(normed, -1, tiles, padded, size), ids, 'post_tile_positional_embedding')
    const far = towerLayers(context, shape(tiled, -1, tiles * padded, size), global, { biases: () => biases })
    const trimmed = [far, ...kept].map((x) =>
      graph.node('Slice', [shape(x, -1, tiles, padded, size), ...[0, tokens, 2].map((value) => graph.constant('int64', [value]))]),
    )
    return shape(graph.node('Concat', trimmed, { axis: -1 }), -1, tiles * tokens, 2 * size)
  })
}

/** Adds what the image's aspect ratio has learned for each tile, scaled by tanh of a gate. */
function tileEmbedding(context: GraphContext, x: Value, ids: Value, name: string): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const table = graph.scope('embedding', () => context.weight('weight', [ratios, tiles * size], { std: 0.5 }))
    const rows = graph.node('Reshape', [graph.node('Gather', [table, ids], { axis: 0 }), graph.constant('int64', [-1, tiles, 1, size])])
    return graph.node('Add', [x, graph.node('Mul', [rows, graph.node('Tanh', [context.weight('gate', [1], { mean: 0.5 })])])])
  })
}

/** Positions within a tile and positions within all tiles, weighed against each other by a gate. */
function gatedPositions(context: GraphContext, x: Value, ids: Value): Value {
  const { graph } = context
  return graph.scope('gated_positional_embedding', () => {
    const gate = graph.node('Tanh', [context.weight('gate', [1], { mean: 0.5 })])
    const within = graph.node('Mul', [
      context.weight('embedding', [tokens, size], { std: 0.5 }),
      graph.node('Sub', [graph.constant('float32', 1), gate]),
    ])
    const table = graph.scope('tile_embedding', () => context.weight('weight', [ratios, tiles * tokens * size], { std: 0.5 }))
    const across = graph.node('Reshape', [
      graph.node('Gather', [table, ids], { axis: 0 }),
      graph.constant('int64', [-1, tiles, tokens, size]),
    ])
    return graph.node('Add', [graph.node('Add', [x, within]), graph.node('Mul', [across, gate])])
  })
}

/** Padding does not see padding: `[batch, 1, tiles·padded, tiles·padded]`. */
function tileMask(context: GraphContext, ratioMask: Value): Value {
  const { graph } = context
  return graph.scope('aspect_ratio_mask', () => {
    const real = Array.from({ length: padded }, (_, index) => (index < tokens ? 1 : 0))
    const perTile = graph.node('Reshape', [graph.node('Cast', [ratioMask], { to: 1 }), graph.constant('int64', [-1, tiles, 1])])
    const visible = graph.node('Reshape', [
      graph.node('Mul', [perTile, graph.constant('float32', real)]),
      graph.constant('int64', [-1, tiles * padded, 1]),
    ])
    const hidden = graph.node('Sub', [graph.constant('float32', 1), visible])
    const pairs = graph.node('MatMul', [hidden, graph.node('Transpose', [hidden], { perm: [0, 2, 1] })])
    return graph.node('Unsqueeze', [
      graph.node('Mul', [pairs, graph.constant('float32', -3.4028234663852886e38)]),
      graph.constant('int64', [1]),
    ])
  })
}
