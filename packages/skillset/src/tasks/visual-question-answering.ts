import { tensorsTask } from './tensors-task.ts'

/** Scores of answers about an image. */
export const visualQuestionAnswering = tensorsTask('visual-question-answering')
