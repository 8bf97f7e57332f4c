import type { Value } from '@vitest-hardware/onnx-graph'
import { activated, learnedQueries } from '../../architectures/vision-tower.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { imageModality } from './image-features.ts'
import { llama, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { siglipTower, visionSize } from './vision-towers.ts'

const [queries, patches] = [4, 16]
const heads = 4
const [experts, perToken, innerSize] = [4, 2, 24]
const tower = siglipTower({ side: 4 })
const { after: _, ...towerWithoutNorm } = tower.spec

/** Learned queries, as many as the number of patches asks for, which look at the image once (Aria, arXiv:2410.05993, §3.1). */
function projector(context: GraphContext, x: Value): Value {
  const { graph } = context
  const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size: visionSize, epsilon: 1e-5 })
  const project = (y: Value, name: string): Value =>
    linear(context, y, { name, inputSize: visionSize, outputSize: visionSize, bias: false })
  return graph.scope('multi_modal_projector', () => {
    const asking = learnedQueries(context, x, { name: 'query', count: queries, size: visionSize })
    const looked = graph.scope('cross_attn', () => {
      const query = project(norm(asking, 'layer_norm'), 'q_proj')
      const seen = norm(x, 'layer_norm_kv')
      const answer = multiheadAttention(context, query, project(seen, 'k_proj'), project(seen, 'v_proj'))
      return linear(context, answer, { name: 'linear', inputSize: visionSize, outputSize: visionSize })
    })
    const normed = norm(looked, 'layer_norm')
    return graph.scope('feed_forward', () => {
      const inner = activated(context, normed, {
        name: 'linear_in',
        inputSize: visionSize,
        outputSize: textSize,
        activation: 'gelu_new',
        bias: false,
      })
      return linear(context, inner, { name: 'linear_out', inputSize: textSize, outputSize: textSize, bias: false })
    })
  })
}

/** PyTorch's `MultiheadAttention`, which projects what is projected already once more: one weight for query, key and value. */
function multiheadAttention(context: GraphContext, query: Value, key: Value, value: Value): Value {
  const { graph } = context
  return graph.scope('multihead_attn', () => {
    const weights = graph.nodes(
      'Split',
      [context.weight('in_proj_weight', [visionSize, 3 * visionSize])],
      { axis: 1, num_outputs: 3 },
      { outputs: 3 },
    )
    const biases = graph.nodes('Split', [context.weight('in_proj_bias', [3 * visionSize])], { axis: 0, num_outputs: 3 }, { outputs: 3 })
    const [q, k, v] = [query, key, value].map((input, role) => {
      const projected = graph.node('Add', [graph.node('MatMul', [input, weights[role]!]), biases[role]!])
      return splitHeads(context, projected, heads, visionSize / heads)
    }) as [Value, Value, Value]
    const merged = dotProductAttention(context, { query: q, key: k, value: v, scale: 1 / Math.sqrt(visionSize / heads), size: visionSize })
    return linear(context, merged, { name: 'out_proj', inputSize: visionSize, outputSize: visionSize })
  })
}

const text = llama({
  modelType: 'aria_text',
  keyValueHeads: 2,
  theta: 5_000_000,
  layer: (__, base) => ({
    ...base,
    feedForward: {
      kind: 'experts',
      router: { name: 'router', experts, perToken, scoring: 'softmax-of-chosen' },
      expert: { kind: 'dense', innerSize, activation: 'silu' },
      shared: { kind: 'dense', name: 'shared_experts', innerSize: 2 * innerSize, activation: 'silu' },
    },
  }),
  extra: { intermediate_size: innerSize, moe_num_experts: experts, moe_topk: perToken, moe_num_shared_experts: 2 },
})

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('aria', {
    prefix: 'Aria',
    config: {
      text_config: text.config,
      vision_config: { ...tower.config, model_type: 'idefics3_vision' },
      image_token_index: imageToken,
      vision_feature_layer: -1,
      projector_patch_to_query_dict: { [patches]: queries },
      max_value_projector_patch_to_query_dict: queries,
    },
    spec: { decoder: text.spec, modalities: [imageModality({ tower: towerWithoutNorm, scope: 'vision_tower', project: projector })] },
  }),
]
