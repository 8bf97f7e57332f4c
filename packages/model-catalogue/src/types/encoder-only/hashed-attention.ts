import type { Value } from '@vitest-hardware/onnx-graph'
import { encoderType } from '../../architectures/text-encoder-type.ts'
import { bertLayerNames } from '../../architectures/text-encoder.ts'
import { mergeHeads, splitHeads } from '../../blocks/attention.ts'
import { multiply, unsqueeze } from '../../blocks/arithmetic.ts'
import { linear } from '../../blocks/linear.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { bertHead, bertLikeConfig, bertLikeSpec, textPreprocessor, usualTasks } from './encoder-parts.ts'

const [size, heads, headSize, hashLength] = [32, 4, 8, 9]

/** Vectors of length 1. */
function unit(context: GraphContext, x: Value): Value {
  const { graph } = context
  const norm = graph.node('ReduceL2', [x, graph.constant('int64', [-1])], { keepdims: 1 })
  return graph.node('Div', [x, graph.node('Max', [norm, graph.constant('float32', 1e-12)])])
}

/**
 * A token counts by how likely its key and a query fall into the same bucket of a hash of their signs, (1 - angle/π)^length, taken in expectation as upstream has it by
 * default (Zeng et al. 2021, arXiv:2111.09714, §3.2); the answer is of length 1 in each head.
 */
function attend(context: GraphContext, x: Value, attentionMask: Value): Value {
  const { graph } = context
  const project = (name: string): Value =>
    splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: size }), heads, headSize)
  const [query, key] = [unit(context, project(bertLayerNames.query)), unit(context, project(bertLayerNames.key))]
  const cosine = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  // rounding may take a cosine beyond 1, of which there is no angle
  const angle = graph.node('Acos', [graph.node('Clip', [cosine, graph.constant('float32', -1), graph.constant('float32', 1)])])
  const near = graph.node('Sub', [graph.constant('float32', 1), graph.node('Div', [angle, graph.constant('float32', Math.PI)])])
  const likely = graph.node('Pow', [near, graph.constant('float32', hashLength)])
  const shown = graph.node('Cast', [attentionMask], { to: 1 })
  const both = multiply(context, unsqueeze(context, shown, 1, 2), unsqueeze(context, shown, 1, 3))
  const summed = graph.node('MatMul', [multiply(context, likely, both), project(bertLayerNames.value)])
  const merged = mergeHeads(context, unit(context, summed), size)
  return linear(context, merged, { name: bertLayerNames.output, inputSize: size, outputSize: size })
}

export const modelTypes: readonly ModelType[] = [
  encoderType('yoso', {
    config: bertLikeConfig('yoso', 'YosoForMaskedLM', {
      type_vocab_size: 1,
      use_expectation: true,
      hash_code_length: hashLength,
      num_hash: 64,
      conv_window: null,
      use_fast_hash: true,
      lsh_backward: true,
      pad_token_id: 1,
      bos_token_id: 0,
      eos_token_id: 2,
    }),
    spec: bertLikeSpec({
      tokenTypes: 1,
      positions: { count: 514, offset: 2 },
      attend: (context, x, { inputs }) => attend(context, x, inputs.attentionMask),
    }),
    scope: 'yoso',
    prefix: 'Yoso',
    tasks: usualTasks,
    masked: bertHead(),
    summary: { kind: 'dense', activation: 'gelu' },
    preprocessor: textPreprocessor('RobertaTokenizer'),
    note: 'attention by the chance of a hash collision in place of softmax, in expectation',
  }),
]
