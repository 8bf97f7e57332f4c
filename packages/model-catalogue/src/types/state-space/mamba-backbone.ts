import type { Value } from '@vitest-hardware/onnx-graph'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'

export interface MambaBackboneSizes {
  readonly vocab_size: number
  readonly hidden_size: number
  readonly num_hidden_layers: number
  readonly layer_norm_epsilon: number
}

/** A text generation graph of pre-norm mixer layers with a tied head, as Mamba and Mamba-2 share it; `mixer` is called in the scope `mixer`. */
export function mambaGraph(
  context: GraphContext,
  config: MambaBackboneSizes,
  mixer: (x: Value, attentionMask: Value) => Value,
  { isBare = false } = {},
): void {
  const { graph } = context
  const { hidden_size: size, layer_norm_epsilon: epsilon } = config
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const { hidden, words } = graph.scope('backbone', () => {
    const tokens = embedding(context, { name: 'embeddings', count: config.vocab_size, size })
    let x = tokens.lookup(ids)
    for (let layer = 0; layer < config.num_hidden_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const normed = rmsNorm(context, x, { name: 'norm', size, epsilon })
        return graph.node('Add', [x, graph.scope('mixer', () => mixer(normed, attentionMask))])
      })
    }
    return { hidden: rmsNorm(context, x, { name: 'norm_f', size, epsilon }), words: tokens.weight }
  })
  if (isBare) return graph.output('last_hidden_state', hidden, 'float32', [batch, sequence, size])
  graph.output('logits', tiedHead(context, hidden, words), 'float32', [batch, sequence, config.vocab_size])
}
