import { defineTask } from '../core/define-task.ts'
import { textTensors } from '../inputs/text.ts'
import { argmax, output, rowOf, softmax } from '../outputs/numbers.ts'

export interface Question {
  readonly question: string
  readonly context: string
}

/** Where in question and context the answer stands, or which of a model's own answers it is. */
export interface AnswerSpan {
  /** Index of the first and of the last token; -1 where the model answers by a label. */
  readonly start: number
  readonly end: number
  /** Product of both probabilities, 0 … 1. */
  readonly score: number
  /** Id of the answer, of a model that has a list of them. */
  readonly label?: number
}

/** Longest answer, in tokens, as upstream's pipeline has it. */
const longest = 15

/** The most probable span (Devlin et al. 2019, arXiv:1810.04805, §4.2). */
export const questionAnswering = defineTask<Question, AnswerSpan>({
  task: 'question-answering',
  preprocess: ({ question, context: passage }, context) => textTensors(context, question, passage),
  postprocess(outputs) {
    if (outputs['start_logits'] === undefined) return labelled(output(outputs, 'question_answering_score', 'logits'))
    const [first, last] = [output(outputs, 'start_logits'), output(outputs, 'end_logits')]
    const length = first.dims.at(-1) ?? 0
    const [starts, ends] = [softmax(first.data.subarray(0, length)), softmax(last.data.subarray(0, length))]
    let best: AnswerSpan = { start: 0, end: 0, score: 0 }
    for (let start = 0; start < length; start++) {
      for (let end = start; end < Math.min(length, start + longest); end++) {
        const score = starts[start]! * ends[end]!
        if (score > best.score) best = { start, end, score }
      }
    }
    return best
  },
})

function labelled(logits: Parameters<typeof rowOf>[0]): AnswerSpan {
  const scores = softmax(rowOf(logits, 0))
  const label = argmax(scores)
  return { start: -1, end: -1, label, score: scores[label]! }
}
