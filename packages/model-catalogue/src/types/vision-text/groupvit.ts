import type { Value } from '@vitest-hardware/onnx-graph'
import { clipNames, type TowerLayers, towerLayers } from '../../architectures/vision-tower.ts'
import { activate } from '../../blocks/activation.ts'
import { attention } from '../../blocks/attention.ts'
import { batchNorm } from '../../blocks/batch-norm.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, repeatForBatch } from '../../blocks/patch.ts'
import { imageNetStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { meanOfTokens, tokensFrom } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { clipTextTower } from './clip-towers.ts'
import { clipScale, contrastiveType, pairedClipText, pairSizes } from './contrastive-type.ts'

const { size, image, patch, projection } = pairSizes
const epsilon = 1e-5
const projectionInner = 32
const tokensInner = 16

/** Group tokens that enter each stage, and tokens that leave it; the last stage groups nothing. */
const stages = [
  { depth: 1, groups: 8, outputs: 8 },
  { depth: 1, groups: 4, outputs: 4 },
  { depth: 1, groups: 0, outputs: 0 },
] as const
const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }

const layers = (depth: number): TowerLayers => ({
  size,
  layers: depth,
  heads: pairSizes.heads,
  innerSize: pairSizes.inner,
  activation: 'gelu',
  epsilon,
  norm: 'layer',
  names: { ...clipNames, layers: 'layers' },
})

const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon })

/** A network over tokens instead of channels (Tolstikhin et al. 2021, arXiv:2105.01601): `[batch, from, size] → [batch, to, size]`. */
function mixTokens(context: GraphContext, x: Value, name: string, from: number, to: number): Value {
  const { graph } = context
  const turn = (y: Value): Value => graph.node('Transpose', [y], { perm: [0, 2, 1] })
  return graph.scope(name, () => {
    const inner = linear(context, turn(x), { name: 'fc1', inputSize: from, outputSize: tokensInner })
    const active = activate(context, inner, 'gelu')
    return turn(linear(context, active, { name: 'fc2', inputSize: tokensInner, outputSize: to }))
  })
}

const feed = (context: GraphContext, x: Value, name: string): Value =>
  context.graph.scope(name, () =>
    feedForward(context, x, { names: { up: 'fc1', down: 'fc2' }, size, innerSize: pairSizes.inner, activation: 'gelu' }),
  )

/** Each token goes to its one best group, whose answer is its tokens' mean (Xu et al. 2022, arXiv:2202.11094, §3.1.2): `[batch, groups, size]`. */
function assign(context: GraphContext, groups: Value, tokens: Value, count: number): Value {
  const { graph } = context
  return graph.scope('assign', () => {
    const project = (x: Value, name: string): Value => linear(context, x, { name, inputSize: size, outputSize: size })
    const keys = graph.node('Transpose', [project(tokens, 'k_proj')], { perm: [0, 2, 1] })
    const product = graph.node('MatMul', [project(groups, 'q_proj'), keys])
    const scores = graph.node('Mul', [product, graph.constant('float32', 1 / Math.sqrt(size))])
    const best = graph.node('ArgMax', [scores], { axis: 1, keepdims: 1 })
    const numbers = graph.node('Reshape', [
      graph.constant(
        'int64',
        Array.from({ length: count }, (_, index) => index),
      ),
      graph.constant('int64', [1, count, 1]),
    ])
    const hard = graph.node('Cast', [graph.node('Equal', [best, numbers])], { to: 1 })
    const total = graph.node('Add', [graph.node('ReduceSum', [hard, graph.constant('int64', [-1])]), graph.constant('float32', 1)])
    const mean = graph.node('MatMul', [graph.node('Div', [hard, total]), project(tokens, 'v_proj')])
    return project(mean, 'proj')
  })
}

function groupTokens(context: GraphContext, tokens: Value, groups: Value, from: number, to: number): Value {
  const { graph } = context
  return graph.scope('downsample', () => {
    const mixed = norm(context, mixTokens(context, norm(context, groups, 'norm_tokens'), 'mlp_inter', from, to), 'norm_post_tokens')
    const seen = norm(context, tokens, 'norm_x')
    const asked = graph.scope('pre_assign_attn', () => {
      const attended = graph.scope('attn', () => attention(context, mixed, { size, heads: pairSizes.heads, names, source: seen }))
      const middle = graph.node('Add', [mixed, attended])
      return norm(context, graph.node('Add', [middle, feed(context, norm(context, middle, 'norm2'), 'mlp')]), 'norm_post')
    })
    const gathered = graph.node('Add', [assign(context, asked, seen, to), asked])
    return graph.node('Add', [gathered, feed(context, norm(context, gathered, 'norm_new_x'), 'mlp_channels')])
  })
}

function seeGroups(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  return graph.scope('vision_model', () => {
    let x = graph.scope('embeddings', () => {
      const seen = patchEmbedding(context, pixels, { name: 'patch_embeddings.projection', channels: 3, size, patch })
      const normed = norm(context, seen, 'layernorm')
      return graph.node('Add', [normed, context.weight('position_embeddings', [1, (image / patch) ** 2, size], { std: 0.5 })])
    })
    let count: number = (image / patch) ** 2
    let previous: Value | undefined
    stages.forEach(({ depth, groups, outputs }, stage) => {
      x = graph.scope(`encoder.stages.${stage}`, () => {
        if (groups === 0) return towerLayers(context, x, layers(depth))
        const learned = repeatForBatch(context, context.weight('group_token', [1, groups, size], { std: 1 }), x, [groups, size])
        const earlier = previous
        const entering =
          earlier === undefined
            ? learned
            : graph.scope('group_projector', () => {
                const mixed = mixTokens(context, norm(context, earlier, '0'), '1', stages[stage - 1]!.groups, groups)
                return graph.node('Add', [learned, mixed])
              })
        const joined = towerLayers(context, graph.node('Concat', [x, entering], { axis: 1 }), layers(depth))
        previous = tokensFrom(context, joined, count)
        return groupTokens(context, tokensFrom(context, joined, 0, count), previous, groups, outputs)
      })
      count = outputs
    })
    return meanOfTokens(context, norm(context, x, 'layernorm'))
  })
}

/** Two layers with batch norm and ReLU between. */
function project(context: GraphContext, x: Value, name: string): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const wide = linear(context, x, { name: '0', inputSize: size, outputSize: projectionInner })
    const normal = batchNorm(context, wide, { name: '1', size: projectionInner, epsilon })
    return linear(context, graph.node('Relu', [normal]), { name: '3', inputSize: projectionInner, outputSize: projection })
  })
}

export const modelTypes: readonly ModelType[] = [
  contrastiveType('groupvit', {
    architecture: 'GroupViTModel',
    task: 'feature-extraction',
    config: {
      text_config: { ...pairedClipText, model_type: 'groupvit_text_model' },
      vision_config: {
        model_type: 'groupvit_vision_model',
        hidden_size: size,
        intermediate_size: pairSizes.inner,
        depths: stages.map(({ depth }) => depth),
        num_hidden_layers: stages.length,
        num_group_tokens: stages.map(({ groups }) => groups),
        num_output_groups: stages.map(({ outputs }) => outputs),
        num_attention_heads: pairSizes.heads,
        image_size: image,
        patch_size: patch,
        num_channels: 3,
        hidden_act: 'gelu',
        layer_norm_eps: epsilon,
        assign_eps: 1,
        assign_mlp_ratio: [0.5, 2],
      },
      projection_intermediate_dim: projectionInner,
      logit_scale_init_value: clipScale,
    },
    scale: clipScale,
    text: (context, inputs) => project(context, clipTextTower(context, inputs, pairedClipText).pooled, 'text_projection'),
    image: (context, pixels) => project(context, seeGroups(context, pixels), 'visual_projection'),
    processor: { tokenizer: 'CLIPTokenizer', processorClass: 'CLIPProcessor', imageProcessorClass: 'CLIPImageProcessor' },
    statistics: imageNetStatistics,
    note: 'patches are assigned to groups for good, one group each; Transformers.js has no class for it',
  }),
]
