import { tensorsTask } from './tensors-task.ts'

/** Scores of a graph. */
export const graphClassification = tensorsTask('graph-classification')
