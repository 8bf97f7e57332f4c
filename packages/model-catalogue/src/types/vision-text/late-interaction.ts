import type { Value } from '@vitest-hardware/onnx-graph'
import { visionLanguageBody, type VisionLanguageSpec } from '../../architectures/vision-language.ts'
import { linear } from '../../blocks/linear.ts'
import { unitLength } from '../../blocks/normalise.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, sequence } from '../../graphs/text-inputs.ts'
import type { ModelType, Task } from '../../model-type.ts'
import { paliConfig, paliSpec } from '../vision-language/gemma.ts'
import { qwen2VlConfig, qwen2VlSpec } from '../vision-language/qwen-vl.ts'
import { modernVBert, modernVBertConfig, modernVBertSize } from './modern-vbert.ts'

const dim = 16

interface RetrievalOptions {
  readonly type: string
  readonly architecture: string
  readonly tasks: readonly [Task, ...Task[]]
  readonly config: Readonly<Record<string, unknown>>
  readonly body: (context: GraphContext) => { readonly hidden: Value; readonly attentionMask: Value }
  readonly size: number
  readonly note: string
}

/** A small vector of unit length for each token, zero where it is padding, to be compared token by token (ColPali, Faysse et al. 2024, arXiv:2407.01449, §4.1). */
function retrievalType({ type, architecture, tasks, config, body, size, note }: RetrievalOptions): ModelType {
  const build = (context: GraphContext): void => {
    const { graph } = context
    const { hidden, attentionMask } = graph.scope('vlm', () => body(context))
    const small = unitLength(context, linear(context, hidden, { name: 'embedding_proj_layer', inputSize: size, outputSize: dim }))
    const seen = graph.node('Unsqueeze', [graph.node('Cast', [attentionMask], { to: 1 }), graph.constant('int64', [-1])])
    graph.output('embeddings', graph.node('Mul', [small, seen]), 'float32', [batch, sequence, dim])
  }
  const graphs = [{ name: 'model', build }] as const
  return {
    type,
    tasks,
    config: { model_type: type, architectures: [architecture], embedding_dim: dim, ...config },
    preprocessor: { kind: 'none' },
    graphs,
    heads: Object.fromEntries(tasks.slice(1).map((task) => [task, { architecture, graphs }])),
    transformersJs: null,
    note: `${note}; Transformers.js has no class for it, and no tokenizer here has a token for images`,
  }
}

const decoderBody = (spec: VisionLanguageSpec) => (context: GraphContext) => visionLanguageBody(context, spec)

export const modelTypes: readonly ModelType[] = [
  retrievalType({
    type: 'colpali',
    architecture: 'ColPaliForRetrieval',
    tasks: ['pretraining', 'retrieval'],
    config: { vlm_config: { model_type: 'paligemma', ...paliConfig }, ...paliConfig },
    body: decoderBody(paliSpec),
    size: paliSpec.decoder.size,
    note: 'PaliGemma, read both ways, with a projection in place of scores',
  }),
  retrievalType({
    type: 'colqwen2',
    architecture: 'ColQwen2ForRetrieval',
    tasks: ['pretraining'],
    config: { vlm_config: { model_type: 'qwen2_vl', ...qwen2VlConfig }, ...qwen2VlConfig },
    body: decoderBody(qwen2VlSpec),
    size: qwen2VlSpec.decoder.size,
    note: 'Qwen2-VL with a projection in place of scores; all images of one call have one grid',
  }),
  retrievalType({
    type: 'colmodernvbert',
    architecture: 'ColModernVBertForRetrieval',
    tasks: ['pretraining', 'retrieval'],
    config: { vlm_config: { model_type: 'modernvbert', ...modernVBertConfig }, ...modernVBertConfig },
    body: modernVBert,
    size: modernVBertSize,
    note: 'ModernVBERT with a projection in place of scores',
  }),
]
