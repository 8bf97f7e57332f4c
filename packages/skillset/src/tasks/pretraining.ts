import { tensorsTask } from './tensors-task.ts'

/** What the model was trained to give. */
export const pretraining = tensorsTask('pretraining')
