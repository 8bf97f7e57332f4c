import type { Value } from '@vitest-hardware/onnx-graph'
import type { LayerSpec } from '../../architectures/decoder-spec.ts'
import type { GridTowerSpec } from '../../architectures/grid-tower.ts'
import type { VisionLanguageSpec } from '../../architectures/vision-language.ts'
import { blocksNames } from '../../architectures/vision-tower.ts'
import { interleavedAxes, sectionedAxes } from '../../blocks/multi-axis-rotary.ts'
import { layerNorm, rmsNorm } from '../../blocks/norm.ts'
import { perceptronProjector } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { deepstack, gridBase, gridModality, gridNote, gridPatch, gridSize, join, joinedSize, merge } from './grid-features.ts'
import { qwen2, qwen3, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'

export const sections = [2, 1, 1]
const sectioned = { axes: sectionedAxes(sections) }
const interleaved = { axes: interleavedAxes(sections) }
const rotaryFields = (extra: Readonly<Record<string, unknown>> = {}) => ({
  extra: { rope_scaling: { rope_type: 'default', mrope_section: sections, ...extra } },
})

const common = {
  image_token_id: imageToken,
  video_token_id: imageToken + 2,
  vision_start_token_id: imageToken + 3,
  vision_end_token_id: imageToken + 4,
}
const patchFields = { in_channels: 3, patch_size: gridPatch, temporal_patch_size: 2, spatial_merge_size: merge }

const qwen2Tower: GridTowerSpec = { ...gridBase, activation: 'quick_gelu', epsilon: 1e-6, norm: 'layer' }
const qwen25Tower: GridTowerSpec = {
  ...gridBase,
  activation: 'silu',
  epsilon: 1e-6,
  norm: 'rms',
  names: { ...blocksNames, gate: 'gate_proj', up: 'up_proj', down: 'down_proj' },
  windows: { side: 1, full: [1] },
}

/** The merger: a norm over each patch, four patches to one, two layers. */
const merger =
  (norm: typeof layerNorm | typeof rmsNorm) =>
  (context: GraphContext, x: Value): Value =>
    context.graph.scope('merger', () =>
      perceptronProjector(context, join(context, norm(context, x, { name: 'ln_q', size: gridSize, epsilon: 1e-6 })), {
        names: ['mlp.0', 'mlp.2'],
        inputSize: joinedSize,
        innerSize: joinedSize,
        outputSize: textSize,
        activation: 'gelu',
      }),
    )

export const qwen3Tower: GridTowerSpec = {
  ...gridBase,
  activation: 'gelu_pytorch_tanh',
  epsilon: 1e-6,
  norm: 'layer',
  names: { ...blocksNames, up: 'linear_fc1', down: 'linear_fc2' },
  patches: { name: 'patch_embed.proj', bias: true, kind: 'convolution' },
  positions: { name: 'pos_embed', side: 6, mode: 'linear' },
}

/** Qwen3-VL's merger; those of deeper features normalise the joined patches. */
export function qwen3Merger(context: GraphContext, x: Value, name = 'merger', joinFirst = false): Value {
  return context.graph.scope(name, () => {
    const norm = (y: Value, size: number): Value => layerNorm(context, y, { name: 'norm', size, epsilon: 1e-6 })
    const squares = joinFirst ? norm(join(context, x), joinedSize) : join(context, norm(x, gridSize))
    return perceptronProjector(context, squares, {
      names: ['linear_fc1', 'linear_fc2'],
      inputSize: joinedSize,
      innerSize: joinedSize,
      outputSize: textSize,
      activation: 'gelu',
    })
  })
}

export const qwen3VisionConfig = (modelType: string) => ({
  model_type: modelType,
  depth: 2,
  hidden_size: gridSize,
  intermediate_size: 64,
  num_heads: 4,
  out_hidden_size: textSize,
  hidden_act: 'gelu_pytorch_tanh',
  num_position_embeddings: 36,
  ...patchFields,
})

const qwen3Stack = (decoder: ReturnType<typeof qwen3>) => ({
  ...deepstack({
    decoder: decoder.spec,
    tower: qwen3Tower,
    layers: [0],
    project: (context, x) => qwen3Merger(context, x),
    projectDeep: (context, x, index) => qwen3Merger(context, x, `deepstack_merger_list.${index}`, true),
  }),
  positions: interleaved,
})

const experts = 4
const perToken = 2
/** Qwen3's experts (arXiv:2505.09388, §2): softmax over all, the chosen ones' weights normalised. */
const qwen3Experts: LayerSpec['feedForward'] = {
  kind: 'experts',
  router: { experts, perToken, scoring: 'softmax', normalised: true },
  expert: { kind: 'dense', innerSize: 24, activation: 'silu' },
}

const qwen2Text = qwen2({ modelType: 'qwen2_vl_text', ...rotaryFields() })
const qwen25Text = qwen2({ modelType: 'qwen2_5_vl_text', ...rotaryFields() })
const qwen3Text = qwen3({ modelType: 'qwen3_vl_text', theta: 5_000_000, ...rotaryFields({ mrope_interleaved: true }) })
const qwen3MoeText = qwen3({
  modelType: 'qwen3_vl_moe_text',
  theta: 5_000_000,
  layer: (_, base) => ({ ...base, feedForward: qwen3Experts }),
  extra: {
    ...rotaryFields({ mrope_interleaved: true }).extra,
    num_experts: experts,
    num_experts_per_tok: perToken,
    moe_intermediate_size: 24,
    norm_topk_prob: true,
  },
})

/** Qwen2-VL (arXiv:2409.12191), also for those that put another head behind it. */
export const qwen2VlSpec: VisionLanguageSpec = {
  decoder: qwen2Text.spec,
  modalities: [gridModality({ tower: qwen2Tower, project: merger(layerNorm) })],
  positions: sectioned,
}

export const qwen2VlConfig = {
  ...common,
  text_config: qwen2Text.config,
  vision_config: {
    model_type: 'qwen2_vl_vision',
    depth: 2,
    embed_dim: gridSize,
    hidden_size: textSize,
    num_heads: 4,
    mlp_ratio: 2,
    hidden_act: 'quick_gelu',
    ...patchFields,
  },
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('qwen2_vl', {
    prefix: 'Qwen2VL',
    config: qwen2VlConfig,
    spec: qwen2VlSpec,
    note: gridNote,
  }),
  visionLanguageType('qwen2_5_vl', {
    prefix: 'Qwen2_5_VL',
    config: {
      ...common,
      text_config: qwen25Text.config,
      vision_config: {
        model_type: 'qwen2_5_vl_vision',
        depth: 2,
        hidden_size: gridSize,
        intermediate_size: 64,
        num_heads: 4,
        out_hidden_size: textSize,
        hidden_act: 'silu',
        window_size: 16,
        fullatt_block_indexes: [1],
        ...patchFields,
      },
    },
    spec: { decoder: qwen25Text.spec, modalities: [gridModality({ tower: qwen25Tower, project: merger(rmsNorm) })], positions: sectioned },
    note: `${gridNote}; windows are a mask instead of a permutation`,
  }),
  visionLanguageType('qwen3_vl', {
    prefix: 'Qwen3VL',
    config: {
      ...common,
      text_config: qwen3Text.config,
      vision_config: { ...qwen3VisionConfig('qwen3_vl'), deepstack_visual_indexes: [0] },
    },
    spec: qwen3Stack(qwen3Text),
    note: gridNote,
  }),
  visionLanguageType('qwen3_vl_moe', {
    prefix: 'Qwen3VLMoe',
    config: {
      ...common,
      text_config: qwen3MoeText.config,
      vision_config: { ...qwen3VisionConfig('qwen3_vl_moe'), deepstack_visual_indexes: [0] },
    },
    spec: qwen3Stack(qwen3MoeText),
    note: gridNote,
  }),
]
