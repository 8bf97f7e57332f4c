import { tensorsTask } from './tensors-task.ts'

/** A table’s structure. */
export const tableRecognition = tensorsTask('table-recognition')
