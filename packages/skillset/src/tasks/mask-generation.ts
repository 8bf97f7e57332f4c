import { tensorsTask } from './tensors-task.ts'

/** Masks of what points and boxes mean. */
export const maskGeneration = tensorsTask('mask-generation')
