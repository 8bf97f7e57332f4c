import { tensorsTask } from './tensors-task.ts'

/** Boxes of what texts name. */
export const zeroShotObjectDetection = tensorsTask('zero-shot-object-detection')
