import type { Value } from '@vitest-hardware/onnx-graph'
import { add, scaled, slice } from '../../blocks/arithmetic.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { relativeAttention, relativeSinusoids } from '../../blocks/relative-attention.ts'
import { activate } from '../../blocks/activation.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { causalLabelCount, causalLabels } from '../../heads/causal-text.ts'
import { type GraphFile, type ModelType, vocabularySize } from '../../model-type.ts'

const config = {
  model_type: 'transfo-xl',
  architectures: ['TransfoXLLMHeadModel'],
  vocab_size: vocabularySize,
  cutoffs: [48, 96],
  d_model: 32,
  d_embed: 32,
  n_head: 4,
  d_head: 8,
  d_inner: 64,
  div_val: 2,
  n_layer: 2,
  mem_len: 0,
  clamp_len: -1,
  same_length: false,
  attn_type: 0,
  pre_lnorm: false,
  untie_r: true,
  adaptive: true,
  tie_word_embeddings: false,
  layer_norm_epsilon: 1e-5,
  eos_token_id: 0,
} as const

const { d_model: size, n_head: heads } = config
const ends = [...config.cutoffs, config.vocab_size]
/** Frequent words have wide vectors, each rarer group vectors half as wide (Baevski & Auli 2019, arXiv:1809.10853, §2). */
const groups = ends.map((end, index) => ({
  start: index === 0 ? 0 : ends[index - 1]!,
  end,
  width: config.d_embed / config.div_val ** index,
}))
const norm = (context: GraphContext, x: Value, name: string): Value =>
  layerNorm(context, x, { name, size, epsilon: config.layer_norm_epsilon })

function embed(context: GraphContext, ids: Value): Value {
  const { graph } = context
  return graph.scope('word_emb', () => {
    const parts = groups.map(({ start, end, width }, index) => {
      const number = (value: number): Value => graph.constant('int64', value)
      const own = graph.node('Min', [graph.node('Max', [graph.node('Sub', [ids, number(start)]), number(0)]), number(end - start - 1)])
      const found = graph.node('Gather', [context.weight(`emb_layers.${index}.weight`, [end - start, width], { std: 1 }), own])
      const wide = graph.node('MatMul', [found, context.weight(`emb_projs.${index}`, [width, size])])
      const isIn = graph.node('And', [graph.node('GreaterOrEqual', [ids, number(start)]), graph.node('Less', [ids, number(end)])])
      return graph.node('Where', [graph.node('Unsqueeze', [isIn, graph.constant('int64', [2])]), wide, graph.constant('float32', 0)])
    })
    const [first, ...others] = parts as [Value, ...Value[]]
    return scaled(context, add(context, first, ...others), Math.sqrt(size))
  })
}

/** Post-norm layers with relative positions and no memory (Dai et al. 2019, arXiv:1901.02860, §3.3): `[batch, length, size]`. */
function hiddenState(context: GraphContext): Value {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  return graph.scope('transformer', () => {
    let x = embed(context, ids)
    const positions = relativeSinusoids(context, x, size)
    const mask = causalMask(context, { queries: ids })
    const names = {
      query: 'q_net',
      key: 'k_net',
      value: 'v_net',
      output: 'o_net',
      position: 'r_net',
      contentBias: 'r_w_bias',
      positionBias: 'r_r_bias',
    }
    for (let layer = 0; layer < config.n_layer; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = graph.scope('dec_attn', () => {
          const seen = relativeAttention(context, x, { size, heads, names, bias: false, positions, biases: [mask] })
          return norm(context, add(context, x, seen), 'layer_norm')
        })
        return graph.scope('pos_ff', () => {
          const inner = activate(
            context,
            linear(context, attended, { name: 'CoreNet.0', inputSize: size, outputSize: config.d_inner }),
            'relu',
          )
          const fed = linear(context, inner, { name: 'CoreNet.3', inputSize: config.d_inner, outputSize: size })
          return norm(context, add(context, attended, fed), 'layer_norm')
        })
      })
    }
    return x
  })
}

const logSoftmax = (context: GraphContext, x: Value): Value => context.graph.node('LogSoftmax', [x], { axis: -1 })

/** A frequent word's probability, or that of its group times its own within it (Grave et al. 2017, arXiv:1609.04309, §4): logarithms of all words'. */
function adaptiveLogits(context: GraphContext): void {
  const { graph } = context
  const hidden = hiddenState(context)
  const logits = graph.scope('crit', () => {
    const scores = groups.map(({ start, end, width }, index) => {
      const narrow = graph.node('MatMul', [hidden, context.weight(`out_projs.${index}`, [size, width])])
      // the first group's layer also scores the other groups
      const count = end - start + (index === 0 ? groups.length - 1 : 0)
      return logSoftmax(context, linear(context, narrow, { name: `out_layers.${index}`, inputSize: width, outputSize: count }))
    })
    const [head, ...tails] = scores as [Value, ...Value[]]
    const frequent = groups[0]!.end
    const parts = tails.map((tail, index) => add(context, tail, slice(context, head, 2, frequent + index, frequent + index + 1)))
    return graph.node('Concat', [slice(context, head, 2, 0, frequent), ...parts], { axis: 2 })
  })
  graph.output('logits', logits, 'float32', [batch, sequence, config.vocab_size])
}

function bare(context: GraphContext): void {
  context.graph.output('last_hidden_state', hiddenState(context), 'float32', [batch, sequence, size])
}

/** The last token of texts of one length; upstream looks for padding, which its tokenizer has none of. */
function classify(context: GraphContext): void {
  const { graph } = context
  const scores = linear(context, hiddenState(context), { name: 'score', inputSize: size, outputSize: causalLabelCount, bias: false })
  graph.output('logits', graph.node('Gather', [scores, graph.constant('int64', -1)], { axis: 1 }), 'float32', [batch, causalLabelCount])
}

const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]
const language = { architecture: 'TransfoXLLMHeadModel', graphs: one(adaptiveLogits) }

export const modelTypes: readonly ModelType[] = [
  {
    type: 'transfo-xl',
    tasks: ['text-generation', 'feature-extraction', 'pretraining', 'text-classification'],
    config,
    preprocessor: { kind: 'none' },
    graphs: one(adaptiveLogits),
    heads: {
      'feature-extraction': { architecture: 'TransfoXLModel', graphs: one(bare) },
      pretraining: language,
      'text-classification': { architecture: 'TransfoXLForSequenceClassification', graphs: one(classify), config: causalLabels },
    },
    transformersJs: null,
    note: 'relative positions with learned biases, words in groups of their frequency going in and out; without memory; no tokenizer here cuts by words as its own does; Transformers.js 4.3 has no class for transfo-xl',
  },
]
