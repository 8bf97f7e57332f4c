import { tensorsTask } from './tensors-task.ts'

/** Pixels in place of hidden ones. */
export const maskedImageModeling = tensorsTask('masked-image-modeling')
