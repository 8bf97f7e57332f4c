import { tensorsTask } from './tensors-task.ts'

/** How a series goes on. */
export const timeSeriesPrediction = tensorsTask('time-series-prediction')
