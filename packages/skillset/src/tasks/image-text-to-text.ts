import { tensorsTask } from './tensors-task.ts'

/** Logits of the next tokens of a prompt with images. */
export const imageTextToText = tensorsTask('image-text-to-text')
