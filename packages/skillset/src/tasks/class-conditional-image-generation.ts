import { tensorsTask } from './tensors-task.ts'

/** Noise in an image of a class, one step of many. */
export const classConditionalImageGeneration = tensorsTask('class-conditional-image-generation')
