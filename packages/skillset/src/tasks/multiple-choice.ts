import { defineTask } from '../core/define-task.ts'
import { tensorsOnly } from '../inputs/tensors-only.ts'
import { output, softmax } from '../outputs/numbers.ts'

/** Probability of each choice, 0 … 1. */
export interface ChoiceScores {
  readonly scores: readonly number[]
}

/** Which of some endings fits. */
export const multipleChoice = defineTask<never, ChoiceScores>({
  task: 'multiple-choice',
  preprocess: tensorsOnly,
  postprocess(outputs) {
    const logits = output(outputs, 'logits')
    return { scores: softmax(logits.data.subarray(0, logits.dims.at(-1))) }
  },
})
