import { tensorsTask } from './tensors-task.ts'

/** Characters of a line. */
export const textRecognition = tensorsTask('text-recognition')
