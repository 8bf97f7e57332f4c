import { differentialAttention } from '../../architectures/differential-attention.ts'
import { dynamicMaskAttention } from '../../architectures/dynamic-mask-attention.ts'
import type { LayerParts } from '../../architectures/decoder-spec.ts'
import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { headSize, heads, size } from './decoder-parts.ts'
import { llamaKin } from './llama-kin.ts'

const cache = { heads: 2, keySize: headSize, valueSize: headSize }

/** Doge's layer: what stays is weighed element by element before something is added (arXiv:2412.11834). */
function weighed(context: GraphContext, x: Value, { mix, feed, norm }: LayerParts): Value {
  const { graph } = context
  const kept = (value: Value, name: string): Value => graph.node('Mul', [context.weight(name, [size], { mean: 1 }), value])
  const middle = graph.node('Add', [kept(x, 'input_residual'), mix(norm(x, 'input_layernorm'))])
  return graph.node('Add', [kept(middle, 'post_attention_residual'), feed(norm(middle, 'post_attention_layernorm'))])
}

export const modelTypes: readonly ModelType[] = [
  llamaKin('diffllama', {
    model: 'DiffLlamaForCausalLM',
    config: { lambda_std_dev: 0.1, head_dim: headSize },
    layer: { mixer: differentialAttention({ size, heads, keyValueHeads: 2, headSize, epsilon: 1e-5 }), cache },
    heads: ['text-classification', 'question-answering', 'token-classification'],
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
    note: 'half of the heads are subtracted from the others',
  }),
  llamaKin('doge', {
    model: 'DogeForCausalLM',
    config: { rms_norm_eps: 1e-6, keep_window_size: 4, is_moe: false, use_cache: true, mlp_bias: false },
    layer: { mixer: dynamicMaskAttention({ size, heads, keyValueHeads: 2, headSize, epsilon: 1e-6, kept: 4 }), cache, residual: weighed },
    heads: ['text-classification'],
    tokenizer: 'PreTrainedTokenizerFast',
    transformersJs: false,
    note: 'values choose by which keys they are seen; residual streams are weighed element by element',
  }),
]
