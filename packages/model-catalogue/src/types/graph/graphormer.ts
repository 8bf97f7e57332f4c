import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { add, asFloat, scaled, slice, unsqueeze } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'

const nodes = 'num_nodes'
const withToken = 'num_nodes + 1'

const config = {
  model_type: 'graphormer',
  architectures: ['GraphormerModel'],
  num_atoms: 24,
  num_edges: 8,
  num_in_degree: 6,
  num_out_degree: 6,
  num_spatial: 6,
  multi_hop_max_dist: 3,
  num_edge_dis: 3,
  edge_type: 'multi_hop',
  embedding_dim: 32,
  hidden_size: 32,
  ffn_embedding_dim: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  activation_fn: 'gelu',
  pre_layernorm: false,
  encoder_normalize_before: false,
  share_input_output_embed: false,
  bias: true,
} as const
const { hidden_size: size, num_attention_heads: heads, multi_hop_max_dist: hops } = config
const nodeFeatures = 2
const edgeFeatures = 2

const table = (context: GraphContext, name: string, count: number, width: number, std = 1) =>
  embedding(context, { name, count, size: width, std })
const mean = (context: GraphContext, x: Value, axis: number): Value =>
  context.graph.node('ReduceMean', [x, context.graph.constant('int64', [axis])], { keepdims: 0 })
const sum = (context: GraphContext, x: Value, axis: number): Value =>
  context.graph.node('ReduceSum', [x, context.graph.constant('int64', [axis])], { keepdims: 0 })

/** Kinds and degrees of the nodes behind a token of the whole graph: `[batch, nodes + 1, size]`. */
function nodeTokens(context: GraphContext, kinds: Value): Value {
  const { graph } = context
  const incoming = graph.input('in_degree', 'int64', [batch, nodes])
  const outgoing = graph.input('out_degree', 'int64', [batch, nodes])
  return graph.scope('graph_node_feature', () => {
    const features = add(
      context,
      sum(context, table(context, 'atom_encoder', config.num_atoms + 1, size).lookup(kinds), 2),
      table(context, 'in_degree_encoder', config.num_in_degree, size, 0.5).lookup(incoming),
      table(context, 'out_degree_encoder', config.num_out_degree, size, 0.5).lookup(outgoing),
    )
    const token = repeatForBatch(context, unsqueeze(context, table(context, 'graph_token', 1, size).weight, 0), features, [1, size])
    return graph.node('Concat', [token, features], { axis: 1 })
  })
}

/** What each pair of nodes adds to the scores: its distance, and the edges on the way, each hop weighed by a matrix of its own (Ying et al. 2021, arXiv:2106.05234, §3.1). */
function pairBias(context: GraphContext): Value {
  const { graph } = context
  const given = graph.input('attn_bias', 'float32', [batch, withToken, withToken])
  const distances = graph.input('spatial_pos', 'int64', [batch, nodes, nodes])
  const edges = graph.input('input_edges', 'int64', [batch, nodes, nodes, hops, edgeFeatures])
  return graph.scope('graph_attn_bias', () => {
    const bySpace = table(context, 'spatial_pos_encoder', config.num_spatial, heads).lookup(distances)
    const way = mean(context, table(context, 'edge_encoder', config.num_edges + 1, heads).lookup(edges), 4)
    const perHop = graph.node('Reshape', [
      table(context, 'edge_dis_encoder', hops * heads * heads, 1, 0.5).weight,
      graph.constant('int64', [hops, heads, heads]),
    ])
    const weighed = graph.node('Einsum', [way, perHop], { equation: 'bijkh,khg->bijg' })
    const number = (value: number): Value => graph.constant('int64', value)
    // edges between: one less than the distance, at least one, at most as many as are known
    const between = graph.node('Min', [graph.node('Max', [graph.node('Sub', [distances, number(1)]), number(1)]), number(hops)])
    const byEdges = graph.node('Div', [weighed, unsqueeze(context, asFloat(context, between), 3)])
    const inner = graph.node('Transpose', [add(context, bySpace, byEdges)], { perm: [0, 3, 1, 2] })
    const pads = graph.constant('int64', [0, 0, 1, 1, 0, 0, 0, 0])
    const placed = graph.node('Pad', [inner, pads], { mode: 'constant' })
    return add(context, placed, tokenBias(context, placed), scaled(context, unsqueeze(context, given, 1), 2))
  })
}

/** A learned distance from and to the token of the whole graph: in the first row and the first column. */
function tokenBias(context: GraphContext, like: Value): Value {
  const { graph } = context
  const learned = graph.node('Reshape', [
    table(context, 'graph_token_virtual_distance', 1, heads).weight,
    graph.constant('int64', [1, heads, 1, 1]),
  ])
  const count = graph.node('Gather', [graph.node('Shape', [like]), graph.constant('int64', 3)], { axis: 0 })
  const places = graph.node('Range', [graph.constant('int64', 0), count, graph.constant('int64', 1)])
  const isToken = graph.node('Equal', [places, graph.constant('int64', 0)])
  const either = graph.node('Or', [isToken, unsqueeze(context, isToken, 1)])
  return graph.node('Mul', [learned, asFloat(context, either)])
}

function build(context: GraphContext): void {
  const { graph } = context
  const kinds = graph.input('input_nodes', 'int64', [batch, nodes, nodeFeatures])
  const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size, epsilon: 1e-5 })
  const isNode = graph.node('Not', [graph.node('Equal', [slice(context, kinds, 2, 0, 1), graph.constant('int64', 0)])])
  const present = graph.node('Squeeze', [graph.node('Cast', [isNode], { to: 7 }), graph.constant('int64', [2])])
  const one = repeatForBatch(context, graph.constant('int64', [1]), present, [1])
  const mask = paddingMask(context, graph.node('Concat', [one, present], { axis: 1 }))
  const encoded = graph.scope('graph_encoder', () => {
    let x = nodeTokens(context, kinds)
    const biases = [pairBias(context), mask]
    for (let layer = 0; layer < config.num_hidden_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }
        const attended = graph.scope('self_attn', () => attention(context, x, { size, heads, names, biases }))
        const middle = norm(add(context, x, attended), 'self_attn_layer_norm')
        const options = { names: { up: 'fc1', down: 'fc2' }, size, innerSize: config.ffn_embedding_dim, activation: config.activation_fn }
        return norm(add(context, middle, feedForward(context, middle, options)), 'final_layer_norm')
      })
    }
    return x
  })
  const transformed = linear(context, encoded, { name: 'lm_head_transform_weight', inputSize: size, outputSize: size })
  const hidden = norm(activate(context, transformed, config.activation_fn), 'layer_norm')
  graph.output('last_hidden_state', hidden, 'float32', [batch, withToken, size])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'graphormer',
    tasks: ['feature-extraction'],
    config,
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build }],
    transformersJs: null,
    note: 'nodes of a graph attend by distance and by the edges on the way; degrees stand where texts have positions; Transformers.js has no class for it',
  },
]
