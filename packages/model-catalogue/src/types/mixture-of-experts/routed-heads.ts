import type { Value } from '@vitest-hardware/onnx-graph'
import type { Mixer } from '../../architectures/decoder-spec.ts'
import { activate } from '../../blocks/activation.ts'
import { add, halves, multiply, scaled } from '../../blocks/arithmetic.ts'
import { append, mergeHeads, splitHeads } from '../../blocks/attention.ts'
import { routeExperts } from '../../blocks/expert-router.ts'
import { linear } from '../../blocks/linear.ts'
import { mixExperts } from '../../blocks/mixture-of-experts.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { size } from '../decoder-only/decoder-parts.ts'
import { llamaKin } from '../decoder-only/llama-kin.ts'

const [expertCount, perToken, keyHeads, headSize, innerSize] = [4, 2, 2, 8, 64]
const inner = keyHeads * headSize

function weightsOf(context: GraphContext, x: Value): Value {
  const logits = linear(context, x, { name: 'router.layer', inputSize: size, outputSize: expertCount, bias: false })
  return routeExperts(context, logits, { experts: expertCount, perToken, scoring: 'softmax-of-chosen' })
}

/**
 * Mixture of attention heads: each expert has projections of its own for queries and for what attention gives, keys and values are everybody's
 * (Shen et al. 2024, arXiv:2404.07413, §2.3; Zhang et al. 2022, arXiv:2210.05144).
 */
const mixtureOfHeads: Mixer = (context, x, { mask, rotate, past }) => {
  const { graph } = context
  return graph.scope('self_attention', () => {
    const both = linear(context, x, { name: 'kv_proj', inputSize: size, outputSize: 2 * inner, bias: false })
    const [keys, values] = halves(context, both)
    const key = rotate!(splitHeads(context, keys, keyHeads, headSize), headSize)
    const present = append(context, past, { key, value: splitHeads(context, values, keyHeads, headSize) })
    const output = graph.scope('experts', () => {
      const turned = graph.node('Transpose', [present.key], { perm: [0, 1, 3, 2] })
      const attend = (input: Value): Value => {
        const flat = linear(context, input, { name: 'input_linear', inputSize: size, outputSize: inner, bias: false })
        const query = rotate!(splitHeads(context, flat, keyHeads, headSize), headSize)
        const scores = add(context, scaled(context, graph.node('MatMul', [query, turned]), 1 / Math.sqrt(headSize)), mask)
        const merged = mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), present.value]), inner)
        return linear(context, merged, { name: 'output_linear', inputSize: inner, outputSize: size, bias: false })
      }
      const mixed = mixExperts(context, x, { weights: weightsOf(context, x), experts: expertCount, expert: attend })
      return add(context, mixed, context.weight('bias', [size]))
    })
    return { output, present }
  })
}

/** The same router before networks whose gate and inner layer come out of one product. */
function mixtureOfNetworks(context: GraphContext, x: Value): Value {
  return context.graph.scope('mlp', () => {
    const network = (input: Value): Value => {
      const [gate, up] = halves(
        context,
        linear(context, input, { name: 'input_linear', inputSize: size, outputSize: 2 * innerSize, bias: false }),
      )
      const gated = multiply(context, activate(context, gate, 'silu'), up)
      return linear(context, gated, { name: 'output_linear', inputSize: innerSize, outputSize: size, bias: false })
    }
    const mixed = mixExperts(context, x, { weights: weightsOf(context, x), experts: expertCount, expert: network })
    return add(context, mixed, context.weight('bias', [size]))
  })
}

export const modelTypes: readonly ModelType[] = [
  llamaKin('jetmoe', {
    model: 'JetMoeForCausalLM',
    config: {
      num_key_value_heads: keyHeads,
      num_attention_heads: keyHeads * perToken,
      kv_channels: headSize,
      num_local_experts: expertCount,
      num_experts_per_tok: perToken,
      intermediate_size: innerSize,
      activation_function: 'silu',
      rms_norm_eps: 1e-6,
    },
    layer: {
      mixer: mixtureOfHeads,
      cache: { heads: keyHeads, keySize: headSize, valueSize: headSize },
      feedForward: mixtureOfNetworks,
    },
    heads: ['text-classification'],
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
    note: 'experts in attention too: projections of queries and outputs are chosen for each token',
  }),
]
