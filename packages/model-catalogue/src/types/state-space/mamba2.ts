import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { mergeHeads, repeatHeads, splitHeads } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { causalConvolution, maskSteps, negativeDecay, stateSpaceDual } from '../../blocks/state-space.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { mambaGraph } from './mamba-backbone.ts'

const config = {
  model_type: 'mamba2',
  architectures: ['Mamba2ForCausalLM'],
  vocab_size: vocabularySize,
  num_heads: 4,
  head_dim: 16,
  hidden_size: 32,
  state_size: 8,
  num_hidden_layers: 2,
  layer_norm_epsilon: 1e-5,
  expand: 2,
  conv_kernel: 4,
  n_groups: 2,
  use_bias: false,
  use_conv_bias: true,
  hidden_act: 'silu',
  initializer_range: 0.1,
  residual_in_fp32: true,
  rms_norm: true,
  chunk_size: 8,
  time_step_rank: 2,
  tie_word_embeddings: true,
  use_cache: true,
  pad_token_id: 0,
  bos_token_id: 0,
  eos_token_id: 0,
} as const

const { hidden_size: size, num_heads: heads, head_dim: headSize, n_groups: groups, state_size: state } = config
const inner = heads * headSize
const convolved = inner + 2 * groups * state

/** One Mamba-2 layer (Dao & Gu 2024, arXiv:2405.21060, §7.1): scalar decay per head, B and C shared by groups of heads. */
function mixer(context: GraphContext, x: Value, attentionMask: Value): Value {
  const { graph } = context
  const split = (value: Value, sizes: readonly number[]): Value[] =>
    graph.nodes('Split', [value, graph.constant('int64', sizes)], { axis: 2 }, { outputs: sizes.length })
  const masked = maskSteps(context, x, attentionMask)
  const projected = linear(context, masked, {
    name: 'in_proj',
    inputSize: size,
    outputSize: inner + convolved + heads,
    bias: config.use_bias,
  })
  const [gate, mixed, step] = split(projected, [inner, convolved, heads]) as [Value, Value, Value]
  const active = activate(
    context,
    causalConvolution(context, mixed, { name: 'conv1d', channels: convolved, kernel: config.conv_kernel }),
    config.hidden_act,
  )
  const [hidden, b, c] = split(maskSteps(context, active, attentionMask), [inner, groups * state, groups * state]) as [Value, Value, Value]
  const perHead = (value: Value): Value => repeatHeads(context, splitHeads(context, value, groups, state), heads, groups, state)
  const delta = activate(context, graph.node('Add', [step, context.weight('dt_bias', [heads])]), 'softplus')
  const u = splitHeads(context, hidden, heads, headSize)
  const scanned = stateSpaceDual(context, { x: u, delta, a: negativeDecay(context, [heads]), b: perHead(b), c: perHead(c) })
  const skip = graph.node('Unsqueeze', [context.weight('D', [heads], { mean: 1, std: 0.2 }), graph.constant('int64', [1, 2])])
  const merged = mergeHeads(context, graph.node('Add', [scanned, graph.node('Mul', [u, skip])]), inner)
  const gated = graph.node('Mul', [merged, activate(context, gate, 'silu')])
  const normed = rmsNorm(context, gated, { name: 'norm', size: inner, epsilon: config.layer_norm_epsilon })
  return linear(context, normed, { name: 'out_proj', inputSize: inner, outputSize: size, bias: config.use_bias })
}

const build = (context: GraphContext): void => mambaGraph(context, config, (x, mask) => mixer(context, x, mask))

export const modelTypes: readonly ModelType[] = [
  {
    type: 'mamba2',
    tasks: ['text-generation', 'feature-extraction', 'pretraining'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'GPTNeoXTokenizer' },
    graphs: [{ name: 'model', build }],
    heads: {
      'feature-extraction': {
        architecture: 'Mamba2Model',
        graphs: [
          { name: 'model', build: (context) => mambaGraph(context, config, (x, mask) => mixer(context, x, mask), { isBare: true }) },
        ],
      },
      pretraining: { architecture: 'Mamba2ForCausalLM', graphs: [{ name: 'model', build }] },
    },
    transformersJs: null,
    note: 'Transformers.js 4.3 has no class for mamba2; the recurrence stands in its dual, attention-like form',
  },
]
