import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { causalMask, paddingMask } from './attention-mask.ts'

export interface ImageSpanMaskOptions {
  /** `[batch, length, …]` */
  readonly queries: Value
  /** int64 `[batch, length]` */
  readonly attentionMask: Value
  /** int64 `[batch, length]`, 1 for tokens of images. */
  readonly tokenTypes: Value
  readonly window?: number | undefined
}

/**
 * A causal mask in which the tokens of one image see one another both ways (Gemma 3, arXiv:2503.19786, §2.2); an image is a run of its tokens:
 * float32 `[batch, 1, length, length]`.
 */
export function imageSpanMask(context: GraphContext, { queries, attentionMask, tokenTypes, window }: ImageSpanMaskOptions): Value {
  const { graph } = context
  return graph.scope('image_span_mask', () => {
    const list = (value: number): Value => graph.constant('int64', [value])
    const slice = (start: number, end: number): Value => graph.node('Slice', [tokenTypes, list(start), list(end), list(1)])
    const before = graph.node('Concat', [graph.node('Mul', [slice(0, 1), graph.constant('int64', 0)]), slice(0, -1)], { axis: 1 })
    const starts = graph.node('Mul', [tokenTypes, graph.node('Sub', [graph.constant('int64', 1), before])])
    // 0 for text, n for the n-th image
    const image = graph.node('Mul', [graph.node('CumSum', [starts, graph.constant('int64', 1)]), tokenTypes])
    const row = graph.node('Unsqueeze', [image, graph.constant('int64', [1, 3])])
    const column = graph.node('Unsqueeze', [image, graph.constant('int64', [1, 2])])
    const same = graph.node('And', [graph.node('Equal', [row, column]), graph.node('Greater', [row, graph.constant('int64', 0)])])
    const causal = causalMask(context, { queries, attentionMask, ...(window === undefined ? {} : { window }) })
    return graph.node('Where', [same, paddingMask(context, attentionMask), causal])
  })
}
