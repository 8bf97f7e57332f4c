import { tensorsTask } from './tensors-task.ts'

/** Feature maps of an image. */
export const backbone = tensorsTask('backbone')
