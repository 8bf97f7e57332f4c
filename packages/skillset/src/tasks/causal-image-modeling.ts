import { tensorsTask } from './tensors-task.ts'

/** Logits of the next colours of an image. */
export const causalImageModeling = tensorsTask('causal-image-modeling')
