import { type DualMixerSpec, dualMixer, selectiveMixer, type SelectiveMixerSpec } from '../../architectures/mamba-mixers.ts'
import type { AttentionSpec, DenseSpec, ExpertsSpec, LayerParts, LayerSpec, Mixer } from '../../architectures/decoder-spec.ts'
import type { NormKind } from '../../blocks/norm-kind.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { hybridSizes, hybridType } from './hybrid-type.ts'

const { size, heads, headSize, innerSize } = hybridSizes
const norm: NormKind = { kind: 'rms', epsilon: 1e-5 }
const attention: AttentionSpec = { heads, keyValueHeads: 2, headSize }
const dense: DenseSpec = { kind: 'dense', name: 'feed_forward', innerSize, activation: 'silu' }
const dual: DualMixerSpec = { size, heads: 4, headSize: 16, groups: 1, state: 8, kernel: 4, norm: 'whole', epsilon: 1e-5 }
const dualFields = {
  mamba_n_heads: 4,
  mamba_d_head: 16,
  mamba_n_groups: 1,
  mamba_d_state: 8,
  mamba_d_conv: 4,
  mamba_expand: 2,
  mamba_chunk_size: 8,
}
const shared = { vocabulary: vocabularySize, size, norm, positionInput: false } as const

/** Mamba-2 in the scope `name`. */
const dualLayer =
  (spec: DualMixerSpec, name = 'mamba'): Mixer =>
  (context, x, { attentionMask }) => ({ output: context.graph.scope(name, () => dualMixer(context, x, attentionMask, spec)) })
const selectiveLayer =
  (spec: SelectiveMixerSpec, name = 'mamba'): Mixer =>
  (context, x, { attentionMask }) => ({ output: context.graph.scope(name, () => selectiveMixer(context, x, attentionMask, spec)) })

/** One norm and one mixer or feed-forward network, as Mamba's blocks and Nemotron-H's have it. */
const single =
  (part: 'mix' | 'feed', name = 'norm') =>
  (context: GraphContext, x: string, parts: LayerParts): string =>
    context.graph.node('Add', [x, parts[part](parts.norm(x, name))])

const bamba = hybridType('bamba', {
  architecture: 'BambaForCausalLM',
  config: {
    ...dualFields,
    num_hidden_layers: 2,
    num_key_value_heads: 2,
    attn_layer_indices: [1],
    partial_rotary_factor: 0.5,
    rms_norm_eps: norm.epsilon,
    tie_word_embeddings: false,
  },
  spec: {
    ...shared,
    names: { finalNorm: 'final_layernorm' },
    layers: [
      { mixer: dualLayer(dual), feedForward: dense, norms: ['input_layernorm', 'pre_ff_layernorm'] },
      { mixer: attention, feedForward: dense, norms: ['input_layernorm', 'pre_ff_layernorm'], rotary: { size: headSize / 2 } },
    ],
    logits: { tied: false },
  },
  note: 'Mamba-2 layers and one of attention that rotates half of each head, all with gated feed-forward networks',
})

const jambaExperts: ExpertsSpec = {
  kind: 'experts',
  name: 'feed_forward',
  router: { name: 'router', experts: 4, perToken: 2, scoring: 'softmax' },
  expert: { kind: 'dense', innerSize, activation: 'silu' },
}
const jambaNorms = ['input_layernorm', 'pre_ff_layernorm']
const selective: SelectiveMixerSpec = { size, inner: 64, state: 8, rank: 2, kernel: 4, epsilon: 1e-6 }
const jamba = hybridType('jamba', {
  architecture: 'JambaForCausalLM',
  config: {
    num_hidden_layers: 2,
    num_key_value_heads: 2,
    attn_layer_period: 2,
    attn_layer_offset: 1,
    expert_layer_period: 2,
    expert_layer_offset: 1,
    num_experts: 4,
    num_experts_per_tok: 2,
    mamba_d_state: 8,
    mamba_d_conv: 4,
    mamba_expand: 2,
    mamba_dt_rank: 2,
    rms_norm_eps: 1e-6,
    tie_word_embeddings: false,
  },
  spec: {
    ...shared,
    norm: { kind: 'rms', epsilon: 1e-6 },
    names: { finalNorm: 'final_layernorm' },
    layers: [
      { mixer: selectiveLayer({ ...selective, parameterNorm: 'weighted' }), feedForward: dense, norms: jambaNorms },
      { mixer: attention, feedForward: jambaExperts, norms: jambaNorms },
    ],
    logits: { tied: false },
  },
  heads: ['text-classification'],
  tokenizer: 'LlamaTokenizer',
  note: 'Mamba with norms of step, B and C beside attention without positions, and experts in every other layer (Lieber et al. 2024, arXiv:2403.19887)',
})

const falconMamba = hybridType('falcon_mamba', {
  architecture: 'FalconMambaForCausalLM',
  config: {
    num_hidden_layers: 2,
    state_size: 8,
    conv_kernel: 4,
    expand: 2,
    time_step_rank: 2,
    use_bias: false,
    use_conv_bias: true,
    mixer_rms_eps: 1e-6,
    layer_norm_epsilon: norm.epsilon,
    tie_word_embeddings: true,
  },
  spec: {
    ...shared,
    names: { body: 'backbone', tokens: 'embeddings', finalNorm: 'norm_f' },
    layers: Array.from({ length: 2 }, (): LayerSpec => ({
      mixer: selectiveLayer({ ...selective, parameterNorm: 'plain' }, 'mixer'),
      feedForward: dense,
      residual: single('mix'),
    })),
  },
  heads: ['pretraining'],
  note: 'Mamba with norms without weights on step, B and C (Zuo et al. 2024, arXiv:2410.05355)',
})

const granite = { embedding: 12, residual: 0.22, attention: 0.125, logits: 8 }
const graniteExperts: ExpertsSpec = {
  kind: 'experts',
  name: 'block_sparse_moe',
  router: { name: 'router.layer', experts: 4, perToken: 2, scoring: 'softmax-of-chosen' },
  expert: { kind: 'dense', innerSize, activation: 'silu', gate: 'fused', names: { gate: 'input_linear', down: 'output_linear' } },
  shared: {
    kind: 'dense',
    name: 'shared_mlp',
    innerSize,
    activation: 'silu',
    gate: 'fused',
    names: { gate: 'input_linear', down: 'output_linear' },
  },
}
const graniteHybrid = hybridType('granitemoehybrid', {
  architecture: 'GraniteMoeHybridForCausalLM',
  config: {
    ...dualFields,
    num_hidden_layers: 2,
    num_key_value_heads: 2,
    layer_types: ['mamba', 'attention'],
    num_local_experts: 4,
    num_experts_per_tok: 2,
    shared_intermediate_size: innerSize,
    embedding_multiplier: granite.embedding,
    residual_multiplier: granite.residual,
    attention_multiplier: granite.attention,
    logits_scaling: granite.logits,
    position_embedding_type: null,
    rms_norm_eps: 1e-6,
    tie_word_embeddings: true,
  },
  spec: {
    ...shared,
    norm: { kind: 'rms', epsilon: 1e-6 },
    embedding: { scale: granite.embedding },
    layers: [
      { mixer: dualLayer(dual), feedForward: graniteExperts, residualScale: granite.residual },
      { mixer: { ...attention, scale: granite.attention }, feedForward: graniteExperts, residualScale: granite.residual },
    ],
    logits: { scale: 1 / granite.logits },
  },
  tokenizer: 'GPT2Tokenizer',
  isInTransformersJs: true,
  note: 'Granite 4: Mamba-2 and attention without positions, experts with a shared one, factors on embeddings, residuals, scores and logits',
})

const nemotronDense: DenseSpec = { kind: 'dense', name: 'mixer', innerSize, activation: 'relu2', gate: 'none' }
const nemotronExperts: ExpertsSpec = {
  kind: 'experts',
  name: 'mixer',
  router: { experts: 4, perToken: 2, scoring: 'sigmoid', normalised: true, choiceBias: 'gate.e_score_correction_bias', scale: 2.5 },
  expert: { kind: 'dense', innerSize, activation: 'relu2', gate: 'none' },
  shared: { kind: 'dense', name: 'shared_experts', innerSize, activation: 'relu2', gate: 'none' },
}
const nemotron = hybridType('nemotron_h', {
  architecture: 'NemotronHForCausalLM',
  config: {
    num_hidden_layers: 4,
    layers_block_type: ['mamba', 'mlp', 'attention', 'moe'],
    num_key_value_heads: 2,
    head_dim: headSize,
    ssm_state_size: 8,
    mamba_num_heads: 4,
    mamba_head_dim: 16,
    n_groups: 2,
    conv_kernel: 4,
    mlp_hidden_act: 'relu2',
    n_routed_experts: 4,
    num_experts_per_tok: 2,
    routed_scaling_factor: 2.5,
    layer_norm_epsilon: norm.epsilon,
    tie_word_embeddings: false,
  },
  spec: {
    ...shared,
    names: { body: 'backbone', tokens: 'embeddings', finalNorm: 'norm_f' },
    layers: [
      { mixer: dualLayer({ ...dual, groups: 2, norm: 'grouped' }, 'mixer'), feedForward: nemotronDense, residual: single('mix') },
      { mixer: attention, feedForward: nemotronDense, residual: single('feed') },
      { mixer: { ...attention, name: 'mixer' }, feedForward: nemotronDense, residual: single('mix') },
      { mixer: attention, feedForward: nemotronExperts, residual: single('feed') },
    ],
    logits: { tied: false },
  },
  note: 'each layer is one of Mamba-2 with a norm for each group, squared ReLU, attention without positions, or experts (NVIDIA 2025, arXiv:2504.03624)',
})

export const modelTypes: readonly ModelType[] = [bamba, jamba, falconMamba, graniteHybrid, nemotron]
