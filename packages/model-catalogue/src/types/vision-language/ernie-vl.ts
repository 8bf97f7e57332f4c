import type { Value } from '@vitest-hardware/onnx-graph'
import { decoderFeedForward } from '../../architectures/decoder-feed-forward.ts'
import type { DecoderSpec, ExpertsSpec, FeedForward } from '../../architectures/decoder-spec.ts'
import type { GridTowerSpec } from '../../architectures/grid-tower.ts'
import { layerNorm, rmsNorm } from '../../blocks/norm.ts'
import { linear } from '../../blocks/linear.ts'
import { perceptronProjector } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import { idsInput } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { gridBase, gridModality, gridNote, gridPatch, gridSize, join, joinedSize, merge } from './grid-features.ts'
import { llamaLike, textHeadSize, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'

const epsilon = 1e-5
const theta = 500_000
const [textInner, visionInner, experts, perToken] = [24, 16, 4, 2]
/** Rows, columns, time. */
const sections = [1, 1, 2]
/** Rows and columns by turns in the quick frequencies, time in the slow ones. */
const axes = [1, 2, 0, 0]

const tower: GridTowerSpec = {
  ...gridBase,
  temporal: 1,
  activation: 'quick_gelu',
  epsilon: 1e-6,
  norm: 'layer',
  patches: { name: 'patch_embed.proj', bias: false, kind: 'linear' },
  after: 'ln',
}

/** Squares of patches, then pairs of frames; of an image the pair is twice the same frame (ERNIE 4.5 technical report 2025, §2.2). */
function resampler(context: GraphContext, x: Value): Value {
  const { graph } = context
  return graph.scope('resampler_model', () => {
    const layers = (input: Value, name: string, inputSize: number): Value =>
      graph.scope(name, () => {
        const fed = perceptronProjector(context, input, { names: ['fc1', 'fc2'], inputSize, outputSize: joinedSize, activation: 'gelu' })
        return layerNorm(context, fed, { name: 'ln', size: joinedSize, epsilon: 1e-6 })
      })
    const squares = layers(join(context, x), 'spatial_linear', joinedSize)
    const pairs = layers(graph.node('Concat', [squares, squares], { axis: -1 }), 'temporal_linear', 2 * joinedSize)
    const projected = linear(context, pairs, { name: 'mlp', inputSize: joinedSize, outputSize: textSize })
    return rmsNorm(context, projected, { name: 'after_norm', size: textSize, epsilon })
  })
}

const expertsOf = (name: string, innerSize: number): ExpertsSpec => ({
  kind: 'experts',
  name,
  router: { experts, perToken, scoring: 'softmax', normalised: true, choiceBias: 'moe_statics.e_score_correction_bias' },
  expert: { kind: 'dense', innerSize, activation: 'silu' },
})

/** Experts of their own for tokens of text and of images, and a shared one (§2.1): each token's kind chooses the answer. */
const heterogeneous =
  (isImage: Value): FeedForward =>
  (context, x, layer) => {
    const { graph } = context
    return graph.scope('mlp', () => {
      const feed = (spec: Parameters<typeof decoderFeedForward>[3]): Value => decoderFeedForward(context, x, textSize, spec, layer)
      const routed = graph.node('Where', [isImage, feed(expertsOf('vision_moe', visionInner)), feed(expertsOf('text_moe', textInner))])
      return graph.node('Add', [routed, feed({ kind: 'dense', name: 'shared_experts', innerSize: textInner, activation: 'silu' })])
    })
  }

const text = llamaLike({
  modelType: 'ernie4_5_vl_moe_text',
  epsilon,
  theta,
  tied: true,
  layer: (_, base) => ({ ...base, rotary: { size: textHeadSize, theta, layout: 'interleaved' } }),
  extra: {
    rope_scaling: { rope_type: 'default', mrope_section: sections },
    mlp_layer_types: ['dense', 'sparse'],
    moe_intermediate_size: [textInner, visionInner],
    moe_num_experts: experts,
    moe_k: perToken,
    moe_num_shared_experts: 1,
    moe_norm_min: 1e-12,
    use_bias: false,
  },
})

/** The first layer is dense, the second sparse. */
function decoderFor(context: GraphContext): DecoderSpec {
  const types = idsInput(context, 'moe_mm_token_type_ids')
  const isImage = context.graph.node('Cast', [context.graph.node('Unsqueeze', [types, context.graph.constant('int64', [2])])], { to: 9 })
  return {
    ...text.spec,
    layers: text.spec.layers.map((layer, index) => (index === 0 ? layer : { ...layer, feedForward: heterogeneous(isImage) })),
  }
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('ernie4_5_vl_moe', {
    prefix: 'Ernie4_5_VLMoe',
    config: {
      image_token_id: imageToken,
      video_token_id: imageToken + 2,
      text_config: text.config,
      vision_config: {
        model_type: 'ernie4_5_vl_moe_vision',
        depth: 2,
        hidden_size: gridSize,
        intermediate_size: 64,
        num_heads: 4,
        in_channels: 3,
        patch_size: gridPatch,
        spatial_merge_size: merge,
        temporal_merge_size: 2,
        hidden_act: 'quick_gelu',
        rms_norm_eps: 1e-6,
      },
    },
    spec: {
      decoder: text.spec,
      decoderFor,
      modalities: [gridModality({ tower, scope: 'vision_tower', project: resampler, outside: true })],
      positions: { axes },
    },
    note: `images alone, whose pair of frames is twice the same; ${gridNote}`,
  }),
]
