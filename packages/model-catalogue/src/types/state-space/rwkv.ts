import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { embedding } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { weightedKeyValue } from '../../blocks/weighted-key-value.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const config = {
  model_type: 'rwkv',
  architectures: ['RwkvForCausalLM'],
  vocab_size: vocabularySize,
  context_length: 128,
  hidden_size: 32,
  num_hidden_layers: 2,
  attention_hidden_size: 32,
  intermediate_size: 128,
  layer_norm_epsilon: 1e-5,
  rescale_every: 6,
  tie_word_embeddings: false,
  use_cache: true,
  bos_token_id: 0,
  eos_token_id: 0,
} as const

const { hidden_size: size, attention_hidden_size: inner, layer_norm_epsilon: epsilon } = config

/** Each step's vector mixed with the one before it, by learned shares. */
function timeMix(context: GraphContext, x: Value): (name: string) => Value {
  const { graph } = context
  const padded = graph.node('Pad', [x, graph.constant('int64', [0, 1, 0, 0, 0, 0])])
  const shifted = graph.node('Slice', [padded, graph.constant('int64', [0]), graph.constant('int64', [-1]), graph.constant('int64', [1])])
  return (name) => {
    const share = context.weight(name, [1, 1, size], { mean: 0.5, std: 0.15 })
    const rest = graph.node('Sub', [graph.constant('float32', 1), share])
    return graph.node('Add', [graph.node('Mul', [x, share]), graph.node('Mul', [shifted, rest])])
  }
}

function attention(context: GraphContext, x: Value): Value {
  const { graph } = context
  const mixed = timeMix(context, x)
  const project = (name: string): Value =>
    linear(context, mixed(`time_mix_${name}`), { name, inputSize: size, outputSize: inner, bias: false })
  const receptance = activate(context, project('receptance'), 'sigmoid')
  const weighted = weightedKeyValue(context, { key: project('key'), value: project('value'), channels: inner })
  return linear(context, graph.node('Mul', [receptance, weighted]), { name: 'output', inputSize: inner, outputSize: size, bias: false })
}

function feedForward(context: GraphContext, x: Value): Value {
  const { graph } = context
  const mixed = timeMix(context, x)
  const key = linear(context, mixed('time_mix_key'), { name: 'key', inputSize: size, outputSize: config.intermediate_size, bias: false })
  const value = linear(context, activate(context, key, 'relu2'), {
    name: 'value',
    inputSize: config.intermediate_size,
    outputSize: size,
    bias: false,
  })
  const receptance = linear(context, mixed('time_mix_receptance'), { name: 'receptance', inputSize: size, outputSize: size, bias: false })
  return graph.node('Mul', [activate(context, receptance, 'sigmoid'), value])
}

/** RWKV-4 (Peng et al. 2023, arXiv:2305.13048, §3): time mixing, then channel mixing. */
function hiddenState(context: GraphContext): Value {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  return graph.scope('rwkv', () => {
    let x = embedding(context, { name: 'embeddings', count: config.vocab_size, size }).lookup(ids)
    for (let layer = 0; layer < config.num_hidden_layers; layer++) {
      x = graph.scope(`blocks.${layer}`, () => {
        const start = layer === 0 ? layerNorm(context, x, { name: 'pre_ln', size, epsilon }) : x
        const first = layerNorm(context, start, { name: 'ln1', size, epsilon })
        const middle = graph.node('Add', [start, graph.scope('attention', () => attention(context, first))])
        const second = layerNorm(context, middle, { name: 'ln2', size, epsilon })
        return graph.node('Add', [middle, graph.scope('feed_forward', () => feedForward(context, second))])
      })
    }
    return layerNorm(context, x, { name: 'ln_out', size, epsilon })
  })
}

function bare(context: GraphContext): void {
  context.graph.output('last_hidden_state', hiddenState(context), 'float32', [batch, sequence, size])
}

function build(context: GraphContext): void {
  const { graph } = context
  const logits = linear(context, hiddenState(context), { name: 'head', inputSize: size, outputSize: config.vocab_size, bias: false })
  graph.output('logits', logits, 'float32', [batch, sequence, config.vocab_size])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'rwkv',
    tasks: ['text-generation', 'feature-extraction', 'pretraining'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'GPTNeoXTokenizer' },
    graphs: [{ name: 'model', build }],
    heads: {
      'feature-extraction': { architecture: 'RwkvModel', graphs: [{ name: 'model', build: bare }] },
      pretraining: { architecture: 'RwkvForCausalLM', graphs: [{ name: 'model', build }] },
    },
    transformersJs: null,
    note: 'Transformers.js 4.3 has no class for rwkv; upstream ignores the attention mask, so there is none',
  },
]
