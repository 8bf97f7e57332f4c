import { tensorsTask } from './tensors-task.ts'

/** Scores of a series. */
export const timeSeriesClassification = tensorsTask('time-series-classification')
