import type { Value } from '@vitest-hardware/onnx-graph'
import { bertLikeConfig, bertLikeSpec, textPreprocessor } from './encoder-parts.ts'
import { encoderType } from '../../architectures/text-encoder-type.ts'
import type { TextInputs } from '../../architectures/text-encoder.ts'
import { activate } from '../../blocks/activation.ts'
import { add, slice, squeeze } from '../../blocks/arithmetic.ts'
import { embedding } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'

const [size, depth, units, tags, subscripts] = [32, 4, 8, 16, 16]

/** Where a word stands in a page's tree: for each level of its path the tag and which of its kind, next to each other, through two layers (Li et al. 2022, arXiv:2110.08518, §2.1). */
function xpathEmbeddings(context: GraphContext, { further }: TextInputs, words: Value): Value {
  const { graph } = context
  const level = (name: string, index: number): Value => squeeze(context, slice(context, further[name]!, 2, index, index + 1), 2)
  const looked = (table: string, name: string, count: number): Value =>
    graph.node(
      'Concat',
      Array.from({ length: depth }, (_, index) =>
        embedding(context, { name: `xpath_embeddings.${table}.${index}`, count, size: units }).lookup(level(name, index)),
      ),
      { axis: 2 },
    )
  const joined = add(
    context,
    looked('xpath_tag_sub_embeddings', 'xpath_tags_seq', tags),
    looked('xpath_subs_sub_embeddings', 'xpath_subs_seq', subscripts),
  )
  const inner = activate(
    context,
    linear(context, joined, { name: 'xpath_embeddings.xpath_unitseq2_inner', inputSize: depth * units, outputSize: 4 * size }),
    'relu',
  )
  return add(context, words, linear(context, inner, { name: 'xpath_embeddings.inner2emb', inputSize: 4 * size, outputSize: size }))
}

export const modelTypes: readonly ModelType[] = [
  encoderType('markuplm', {
    config: bertLikeConfig('markuplm', 'MarkupLMModel', {
      max_xpath_tag_unit_embeddings: tags,
      max_xpath_subs_unit_embeddings: subscripts,
      tag_pad_id: tags - 1,
      subs_pad_id: subscripts - 1,
      xpath_unit_hidden_size: units,
      max_depth: depth,
    }),
    spec: bertLikeSpec({ embed: xpathEmbeddings }),
    scope: 'markuplm',
    prefix: 'MarkupLM',
    tasks: ['feature-extraction', 'text-classification', 'question-answering', 'token-classification'],
    summary: { kind: 'pooler', scope: 'markuplm.pooler' },
    pooler: { kind: 'pooler', scope: 'markuplm.pooler' },
    inputs: { xpath_tags_seq: [depth], xpath_subs_seq: [depth] },
    preprocessor: textPreprocessor('RobertaTokenizer'),
    note: 'paths in a page’s tree are embedded beside words; four levels deep here',
  }),
]
