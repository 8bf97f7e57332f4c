import type { Value } from '@vitest-hardware/onnx-graph'
import type { DecoderSpec, FeedForwardSpec, Mixer } from '../../architectures/decoder-spec.ts'
import { visionLanguageBody, visionLanguageGraph, type VisionLanguageSpec } from '../../architectures/vision-language.ts'
import { interleavedAxes } from '../../blocks/multi-axis-rotary.ts'
import { linear } from '../../blocks/linear.ts'
import { maskSteps } from '../../blocks/state-space.ts'
import { causalLabels, lastTokenClassifier } from '../../heads/causal-text.ts'
import { type ModelType, type TaskHead, vocabularySize } from '../../model-type.ts'
import { delta, deltaNet, kernel, qwenAttention, qwenExperts } from '../state-space/delta-nets.ts'
import { gridModality, gridNote } from './grid-features.ts'
import { qwen3Merger, qwen3Tower, qwen3VisionConfig } from './qwen-vl.ts'
import { textHeads, textHeadSize, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'

const theta = 10_000_000
const rotated = 6
const sections = [1, 1, 1]

/** A gated delta network with a projection for each part; keys and values go through one convolution (Yang et al. 2024, arXiv:2412.06464). */
const mixer: Mixer = (context, x, { attentionMask }) => {
  const { keyHeads, valueHeads, keySize, valueSize } = delta
  const output = context.graph.scope('linear_attn', () => {
    const masked = maskSteps(context, x, attentionMask)
    const project = (name: string, outputSize: number): Value =>
      linear(context, masked, { name, inputSize: textSize, outputSize, bias: false })
    const parts = {
      mixed: project('in_proj_qkv', 2 * keyHeads * keySize + valueHeads * valueSize),
      gate: project('in_proj_z', valueHeads * valueSize),
      a: project('in_proj_a', valueHeads),
      b: project('in_proj_b', valueHeads),
    }
    return deltaNet(context, parts, attentionMask, delta, { norm: 'norm', output: 'out_proj' })
  })
  return { output }
}

const decoder = (body: string, feedForward: FeedForwardSpec): DecoderSpec => ({
  vocabulary: vocabularySize,
  size: textSize,
  norm: { kind: 'rms', epsilon: 1e-6, unitOffset: true },
  names: { body },
  logits: { tied: false },
  layers: [
    { mixer, feedForward },
    { mixer: qwenAttention, feedForward, rotary: { size: rotated, theta } },
  ],
})

const spec = (feedForward: FeedForwardSpec): VisionLanguageSpec => ({
  decoder: decoder('language_model', feedForward),
  modalities: [gridModality({ tower: qwen3Tower, project: (context, x) => qwen3Merger(context, x) })],
  positions: { axes: interleavedAxes(sections) },
})

const textSpec = (feedForward: FeedForwardSpec): VisionLanguageSpec => ({
  decoder: decoder('model', feedForward),
  modalities: [],
  scope: '',
})

const textOnly = (architecture: string, feedForward: FeedForwardSpec): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build: (context) => visionLanguageGraph(context, textSpec(feedForward), 'logits') }],
})

const config = (kind: string, extra: Readonly<Record<string, unknown>>) => ({
  image_token_id: imageToken,
  video_token_id: imageToken + 2,
  vision_start_token_id: imageToken + 3,
  vision_end_token_id: imageToken + 4,
  vision_config: qwen3VisionConfig(kind),
  text_config: {
    model_type: `${kind}_text`,
    vocab_size: vocabularySize,
    hidden_size: textSize,
    num_hidden_layers: 2,
    num_attention_heads: textHeads,
    num_key_value_heads: 2,
    head_dim: textHeadSize,
    hidden_act: 'silu',
    max_position_embeddings: 512,
    rms_norm_eps: 1e-6,
    layer_types: ['linear_attention', 'full_attention'],
    rope_parameters: {
      rope_type: 'default',
      rope_theta: theta,
      mrope_section: sections,
      mrope_interleaved: true,
      partial_rotary_factor: rotated / textHeadSize,
    },
    linear_conv_kernel_dim: kernel,
    linear_key_head_dim: delta.keySize,
    linear_value_head_dim: delta.valueSize,
    linear_num_key_heads: delta.keyHeads,
    linear_num_value_heads: delta.valueHeads,
    tie_word_embeddings: false,
    eos_token_id: vocabularySize - 1,
    ...extra,
  },
})

const dense: FeedForwardSpec = { kind: 'dense', innerSize: 64, activation: 'silu' }

const classifier: TaskHead = {
  architecture: 'Qwen3_5ForSequenceClassification',
  graphs: [
    {
      name: 'model',
      build: (context) => {
        const { hidden, attentionMask } = visionLanguageBody(context, textSpec(dense))
        lastTokenClassifier(context, { hidden, attentionMask, size: textSize })
      },
    },
  ],
  config: causalLabels,
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('qwen3_5', {
    prefix: 'Qwen3_5',
    config: config('qwen3_5', { intermediate_size: 64 }),
    spec: spec(dense),
    heads: { 'text-generation': textOnly('Qwen3_5ForCausalLM', dense), 'text-classification': classifier },
    note: `gated delta networks to one layer of gated attention; ${gridNote}`,
  }),
  visionLanguageType('qwen3_5_moe', {
    prefix: 'Qwen3_5Moe',
    config: config('qwen3_5_moe', {
      num_experts: 4,
      num_experts_per_tok: 2,
      moe_intermediate_size: 32,
      shared_expert_intermediate_size: 32,
    }),
    spec: spec(qwenExperts),
    heads: { 'text-generation': textOnly('Qwen3_5MoeForCausalLM', qwenExperts) },
    note: `gated delta networks to one layer of gated attention; ${gridNote}`,
  }),
]
