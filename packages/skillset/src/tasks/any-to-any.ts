import { tensorsTask } from './tensors-task.ts'

/** Logits of the next tokens of a prompt of texts, images and sounds. */
export const anyToAny = tensorsTask('any-to-any')
