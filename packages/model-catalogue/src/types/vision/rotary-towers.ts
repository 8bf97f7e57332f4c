import { classRotation } from '../../architectures/rotary-vision.ts'
import { visionTransformer, type VisionTransformerSpec } from '../../architectures/vision-transformer.ts'
import { towerLayers, type TowerLayers, towerNorm } from '../../architectures/vision-tower.ts'
import { gridRotary } from '../../blocks/grid-rotary.ts'
import { length } from '../../blocks/attention-mask.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, tokenAt } from '../../blocks/patch.ts'
import { applyRotary } from '../../blocks/rotary-position.ts'
import { clipStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type VisionBody, visionHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const shared = {
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_channels: 3,
  image_size: 32,
  patch_size: 8,
  hidden_act: 'gelu',
  attention_dropout: 0,
  initializer_range: 0.02,
} as const
const mlcd = { ...shared, num_key_value_groups: 1, layer_norm_eps: 1e-5, initializer_factor: 1 } as const
const pixtral = { ...shared, rope_parameters: { rope_type: 'default', rope_theta: 10_000 } } as const

const { hidden_size: size, patch_size: patch, num_attention_heads: heads } = shared
const side = shared.image_size / patch
const mlcdSpec: VisionTransformerSpec = {
  image: shared.image_size,
  patch,
  size,
  layers: shared.num_hidden_layers,
  heads,
  innerSize: shared.intermediate_size,
  activation: shared.hidden_act,
  epsilon: mlcd.layer_norm_eps,
  prefix: [{ name: 'class_embedding', count: 1 }],
  positions: false,
  embed: (context, pixels) => patchEmbedding(context, pixels, { name: 'patch_embedding', channels: 3, size, patch, bias: false }),
  names: {
    layers: 'encoder.layers',
    before: 'layer_norm1',
    after: 'layer_norm2',
    attention: { query: 'self_attn.q_proj', key: 'self_attn.k_proj', value: 'self_attn.v_proj', output: 'self_attn.out_proj' },
    up: 'mlp.fc1',
    down: 'mlp.fc2',
    // upstream's spelling
    first: 'pre_layrnorm',
    last: null,
  },
}
const angles = classRotation({ side, size: size / heads, classAngles: 'class_pos_emb' })
const mlcdBody: VisionBody = {
  pixels: { channels: 3, size: shared.image_size },
  features: (context, pixels) =>
    context.graph.scope('vision_model', () => {
      const turn = angles(context)
      return visionTransformer(context, pixels, { ...mlcdSpec, rotate: (_, head) => applyRotary(context, head, turn) })
    }),
  pooler: (context, { hidden }) => ({
    value: context.graph.scope('vision_model', () =>
      layerNorm(context, tokenAt(context, hidden, 0), { name: 'post_layernorm', size, epsilon: mlcd.layer_norm_eps }),
    ),
    size,
  }),
}

const pixtralLayers: TowerLayers = {
  size,
  layers: shared.num_hidden_layers,
  heads,
  innerSize: shared.intermediate_size,
  activation: shared.hidden_act,
  epsilon: 1e-5,
  norm: 'rms',
  bias: { projections: false, feedForward: false },
  names: {
    layers: 'transformer.layers',
    norms: ['attention_norm', 'ffn_norm'],
    attention: 'attention',
    projections: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'o_proj' },
    feedForward: 'feed_forward',
    gate: 'gate_proj',
    up: 'up_proj',
    down: 'down_proj',
  },
}
/** The most negative finite float32, for scores between images. */
const forbidden = -3.4028234663852886e38

/** All images' patches in one sequence, where each sees its own image's (arXiv:2410.07073, §2.1). */
function pixtralFeatures(context: GraphContext, pixels: string): string {
  const { graph } = context
  const patches = patchEmbedding(context, pixels, { name: 'patch_conv', channels: 3, size, patch, bias: false })
  const together = graph.node('Reshape', [patches, graph.constant('int64', [1, -1, size])])
  const started = towerNorm(context, together, pixtralLayers, 'ln_pre')
  const scalar = (value: number): string => graph.constant('int64', value)
  const number = graph.node('Range', [scalar(0), length(context, started), scalar(1)])
  const place = graph.node('Mod', [number, scalar(side * side)])
  const rotary = gridRotary(context, {
    rows: graph.node('Div', [place, scalar(side)]),
    columns: graph.node('Mod', [place, scalar(side)]),
    size: size / heads,
    theta: pixtral.rope_parameters.rope_theta,
    frequencies: 'alternating',
    side,
  })
  const image = graph.node('Div', [number, scalar(side * side)])
  const same = graph.node('Equal', [graph.node('Unsqueeze', [image, graph.constant('int64', [1])]), image])
  const mask = graph.node('Where', [same, graph.constant('float32', 0), graph.constant('float32', forbidden)])
  return towerLayers(context, started, pixtralLayers, { rotary, biases: () => [mask] })
}

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'mlcd',
    config: mlcd,
    heads: visionHeads('MLCDVision', mlcdBody),
    processor: 'CLIPImageProcessor',
    processing: { statistics: clipStatistics, crop: 32 },
    transformersJs: null,
    note: "CLIP's layers without learned positions: patches turn by row and column, the class token by learned angles (arXiv:2407.17331)",
  }),
  visionType({
    type: 'pixtral',
    config: pixtral,
    heads: {
      'feature-extraction': {
        architecture: 'PixtralVisionModel',
        graphs: [
          {
            name: 'model',
            build: (context) => {
              const pixels = context.graph.input('pixel_values', 'float32', ['batch_size', 3, shared.image_size, shared.image_size])
              context.graph.output('last_hidden_state', pixtralFeatures(context, pixels), 'float32', [1, `${side * side}*batch_size`, size])
            },
          },
        ],
      },
    },
    processor: 'PixtralImageProcessor',
    processing: { statistics: clipStatistics, size: { height: 32, width: 32 }, extra: { patch_size: { height: patch, width: patch } } },
    transformersJs: null,
    note: 'images of one size: where upstream crops each to its `image_sizes`, all count whole; the output has one sequence of all images',
  }),
]
