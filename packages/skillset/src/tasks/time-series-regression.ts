import { tensorsTask } from './tensors-task.ts'

/** Numbers of a series. */
export const timeSeriesRegression = tensorsTask('time-series-regression')
