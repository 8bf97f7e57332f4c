import type { Value } from '@vitest-hardware/onnx-graph'
import type { LayerSpec } from '../../architectures/decoder-spec.ts'
import type { GridTowerSpec } from '../../architectures/grid-tower.ts'
import type { VisionLanguageSpec } from '../../architectures/vision-language.ts'
import { blocksNames } from '../../architectures/vision-tower.ts'
import { activate } from '../../blocks/activation.ts'
import { convolution } from '../../blocks/convolution.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { sectionedAxes } from '../../blocks/multi-axis-rotary.ts'
import { layerNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { gridBase, gridModality, gridNote, gridPatch, gridSize, merge } from './grid-features.ts'
import { llamaLike, type TextDecoder, textHeadSize, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'

const positionSide = 6
const mergerInner = 48

const tower: GridTowerSpec = {
  ...gridBase,
  innerSize: textSize,
  activation: 'silu',
  epsilon: 1e-5,
  norm: 'rms',
  names: { ...blocksNames, gate: 'gate_proj', up: 'up_proj', down: 'down_proj' },
  patches: { name: 'patch_embed.proj', bias: true, kind: 'convolution' },
  bias: { projections: false, feedForward: false },
  before: 'post_conv_layernorm',
  after: 'post_layernorm',
  positions: { name: 'embeddings.position_embedding', side: positionSide, mode: 'cubic' },
}

/** GLM-OCR's: biases, norms of queries and keys, no learned positions. */
const { before: _, positions: __, ...ocrBase } = tower
const ocrTower: GridTowerSpec = { ...ocrBase, innerSize: 64, bias: { projections: true, feedForward: true }, headNorm: 'rms' }

/** Squares of patches through a strided convolution, then a norm with GELU and a gated network (GLM-4.1V, arXiv:2507.01006, §2.1). */
const merger =
  (innerSize: number) =>
  (context: GraphContext, x: Value): Value => {
    const { graph } = context
    const squares = graph.node('Reshape', [x, graph.constant('int64', [-1, merge, merge, gridSize])])
    const reduced = convolution(context, graph.node('Transpose', [squares], { perm: [0, 3, 1, 2] }), {
      name: 'downsample',
      inputChannels: gridSize,
      outputChannels: textSize,
      kernel: [merge, merge],
      stride: merge,
    })
    const tokens = graph.node('Reshape', [reduced, graph.constant('int64', [-1, textSize])])
    return graph.scope('merger', () => {
      const projected = linear(context, tokens, { name: 'proj', inputSize: textSize, outputSize: textSize, bias: false })
      const normed = activate(
        context,
        layerNorm(context, projected, { name: 'post_projection_norm', size: textSize, epsilon: 1e-5 }),
        'gelu',
      )
      return gatedFeedForward(context, normed, { size: textSize, innerSize, activation: 'silu', bias: false })
    })
  }

const sections = [2, 1, 1]
const rotation = { rope_scaling: { rope_type: 'default', mrope_section: sections } }
const glmNorms = ['input_layernorm', 'post_self_attn_layernorm', 'post_attention_layernorm', 'post_mlp_layernorm']

/** GLM-4's layer: norms on both sides, a fused gate, rotation of neighbouring elements. */
const glmLayer = (_: number, base: LayerSpec): LayerSpec => ({
  ...base,
  residual: 'sandwich',
  norms: glmNorms,
  feedForward: { kind: 'dense', innerSize: 64, activation: 'silu', gate: 'fused' },
  rotary: { size: textHeadSize, theta: 10_000, layout: 'interleaved' },
})

const glmText = (modelType: string, bias: boolean): TextDecoder =>
  llamaLike({ modelType, bias, epsilon: 1e-5, layer: glmLayer, extra: { ...rotation, partial_rotary_factor: 1 } })

const experts = 4
const perToken = 2
/** GLM-4.5's experts (arXiv:2508.06471, §2.1): sigmoid scores, a bias for the choice, a shared expert; the first layer is dense. */
const moeLayer = (layer: number, base: LayerSpec): LayerSpec => ({
  ...base,
  rotary: { size: textHeadSize, theta: 10_000 },
  ...(layer === 0
    ? {}
    : {
        feedForward: {
          kind: 'experts',
          router: {
            experts,
            perToken,
            scoring: 'sigmoid',
            normalised: true,
            choiceBias: 'e_score_correction_bias',
            groups: { count: 1, chosen: 1, score: 'top2-sum' },
            scale: 1.5,
          },
          expert: { kind: 'dense', innerSize: 24, activation: 'silu' },
          shared: { kind: 'dense', name: 'shared_experts', innerSize: 24, activation: 'silu' },
        },
      }),
})

const text = glmText('glm4v_text', true)
const ocrText = glmText('glm_ocr_text', false)
const moeText = llamaLike({
  modelType: 'glm4v_moe_text',
  bias: true,
  epsilon: 1e-5,
  layer: moeLayer,
  extra: {
    ...rotation,
    n_routed_experts: experts,
    num_experts_per_tok: perToken,
    moe_intermediate_size: 24,
    n_shared_experts: 1,
    first_k_dense_replace: 1,
    routed_scaling_factor: 1.5,
    n_group: 1,
    topk_group: 1,
    norm_topk_prob: true,
  },
})

const vision = (modelType: string) => ({
  model_type: modelType,
  depth: 2,
  hidden_size: gridSize,
  hidden_act: 'silu',
  num_heads: 4,
  in_channels: 3,
  image_size: positionSide * gridPatch,
  patch_size: gridPatch,
  rms_norm_eps: 1e-5,
  spatial_merge_size: merge,
  temporal_patch_size: 2,
  out_hidden_size: textSize,
  intermediate_size: mergerInner,
})

const common = {
  image_token_id: imageToken,
  video_token_id: imageToken + 2,
  image_start_token_id: imageToken + 3,
  image_end_token_id: imageToken + 4,
}
const spec = (decoder: TextDecoder, of: GridTowerSpec, inner: number): VisionLanguageSpec => ({
  decoder: decoder.spec,
  modalities: [gridModality({ tower: of, project: merger(inner) })],
  positions: { axes: sectionedAxes(sections) },
})

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('glm4v', {
    prefix: 'Glm4v',
    config: { ...common, text_config: text.config, vision_config: vision('glm4v_vision') },
    spec: spec(text, tower, mergerInner),
    note: gridNote,
  }),
  visionLanguageType('glm46v', {
    prefix: 'Glm46V',
    config: { ...common, text_config: { ...text.config, max_position_embeddings: 1024 }, vision_config: vision('glm4v_vision') },
    spec: spec(text, tower, mergerInner),
    note: `upstream loads glm4v's tower and decoder; longer texts; ${gridNote}`,
  }),
  visionLanguageType('glm4v_moe', {
    prefix: 'Glm4vMoe',
    config: { ...common, text_config: moeText.config, vision_config: vision('glm4v_moe_vision') },
    spec: spec(moeText, tower, mergerInner),
    note: gridNote,
  }),
  visionLanguageType('glm_ocr', {
    prefix: 'GlmOcr',
    config: {
      ...common,
      text_config: ocrText.config,
      vision_config: { ...vision('glm_ocr_vision'), intermediate_size: 64, attention_bias: true },
    },
    spec: spec(ocrText, ocrTower, textSize * 3),
    note: gridNote,
  }),
]
