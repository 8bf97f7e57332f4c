import { tensorsTask } from './tensors-task.ts'

/** An image made from another one. */
export const imageToImage = tensorsTask('image-to-image')
