import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../../blocks/activation.ts'
import { attention } from '../../blocks/attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { layerNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'

/** The fields of `ViTConfig` that shape a layer. */
export interface VitSizes {
  readonly hidden_size: number
  readonly num_attention_heads: number
  readonly intermediate_size: number
  readonly hidden_act: Activation
  readonly layer_norm_eps: number
}

/** A layer with norms before attention and feed-forward, in the current scope (Dosovitskiy et al. 2021, arXiv:2010.11929, eq. 2 and 3): `[batch, length, size]` keeps its shape. */
export function vitLayer(context: GraphContext, x: Value, config: VitSizes): Value {
  const { graph } = context
  const { hidden_size: size, layer_norm_eps: epsilon } = config
  const names = { query: 'attention.query', key: 'attention.key', value: 'attention.value', output: 'output.dense' }
  const before = layerNorm(context, x, { name: 'layernorm_before', size, epsilon })
  const attended = graph.scope('attention', () => attention(context, before, { size, heads: config.num_attention_heads, names }))
  const middle = graph.node('Add', [attended, x])
  const after = layerNorm(context, middle, { name: 'layernorm_after', size, epsilon })
  const options = {
    names: { up: 'intermediate.dense', down: 'output.dense' },
    size,
    innerSize: config.intermediate_size,
    activation: config.hidden_act,
  }
  return graph.node('Add', [feedForward(context, after, options), middle])
}
