import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { linear } from '../../blocks/linear.ts'
import { causalConvolution, maskSteps, negativeDecay, selectiveScan } from '../../blocks/state-space.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { mambaGraph } from './mamba-backbone.ts'

const config = {
  model_type: 'mamba',
  architectures: ['MambaForCausalLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  state_size: 8,
  num_hidden_layers: 2,
  layer_norm_epsilon: 1e-5,
  expand: 2,
  intermediate_size: 64,
  conv_kernel: 4,
  use_bias: false,
  use_conv_bias: true,
  hidden_act: 'silu',
  initializer_range: 0.1,
  residual_in_fp32: true,
  time_step_rank: 2,
  tie_word_embeddings: true,
  use_cache: true,
  pad_token_id: 0,
  bos_token_id: 0,
  eos_token_id: 0,
} as const

/** One Mamba layer (Gu & Dao 2023, arXiv:2312.00752, figure 3). */
function mixer(context: GraphContext, x: Value, attentionMask: Value): Value {
  const { graph } = context
  const { hidden_size: size, intermediate_size: inner, state_size: state, time_step_rank: rank } = config
  const projected = linear(context, x, { name: 'in_proj', inputSize: size, outputSize: 2 * inner, bias: config.use_bias })
  const [hidden, gate] = graph.nodes('Split', [projected], { axis: 2, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
  const convolved = causalConvolution(context, maskSteps(context, hidden, attentionMask), {
    name: 'conv1d',
    channels: inner,
    kernel: config.conv_kernel,
  })
  const u = maskSteps(context, activate(context, convolved, config.hidden_act), attentionMask)
  const parameters = linear(context, u, { name: 'x_proj', inputSize: inner, outputSize: rank + 2 * state, bias: false })
  const [step, b, c] = graph.nodes('Split', [parameters, graph.constant('int64', [rank, state, state])], { axis: 2 }, { outputs: 3 }) as [
    Value,
    Value,
    Value,
  ]
  const delta = activate(context, linear(context, step, { name: 'dt_proj', inputSize: rank, outputSize: inner }), 'softplus')
  const a = negativeDecay(context, [inner, state])
  const scanned = selectiveScan(context, { u, delta, a, b, c, channels: inner, state })
  const skipped = graph.node('Add', [scanned, graph.node('Mul', [u, context.weight('D', [inner], { mean: 1, std: 0.2 })])])
  const gated = graph.node('Mul', [skipped, activate(context, gate, config.hidden_act)])
  return linear(context, gated, { name: 'out_proj', inputSize: inner, outputSize: size, bias: config.use_bias })
}

const build = (context: GraphContext): void => mambaGraph(context, config, (x, mask) => mixer(context, x, mask))

export const modelTypes: readonly ModelType[] = [
  {
    type: 'mamba',
    tasks: ['text-generation', 'feature-extraction', 'pretraining'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'GPTNeoXTokenizer' },
    graphs: [{ name: 'model', build }],
    heads: {
      'feature-extraction': {
        architecture: 'MambaModel',
        graphs: [
          { name: 'model', build: (context) => mambaGraph(context, config, (x, mask) => mixer(context, x, mask), { isBare: true }) },
        ],
      },
      pretraining: { architecture: 'MambaForCausalLM', graphs: [{ name: 'model', build }] },
    },
    transformersJs: null,
    note: 'Transformers.js 4.3 has no class for mamba; the recurrence is a Scan over any length',
  },
]
