import { tensorsTask } from './tensors-task.ts'

/** Scores of a second sentence after a first. */
export const nextSentencePrediction = tensorsTask('next-sentence-prediction')
