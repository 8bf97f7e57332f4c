import { tensorsTask } from './tensors-task.ts'

/** Noise in an image for a text, one step of many. */
export const textToImage = tensorsTask('text-to-image')
