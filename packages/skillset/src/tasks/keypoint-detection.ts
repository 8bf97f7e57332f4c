import { tensorsTask } from './tensors-task.ts'

/** Points of an image. */
export const keypointDetection = tensorsTask('keypoint-detection')
