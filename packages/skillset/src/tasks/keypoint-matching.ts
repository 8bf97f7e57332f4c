import { tensorsTask } from './tensors-task.ts'

/** Points of two images that belong together. */
export const keypointMatching = tensorsTask('keypoint-matching')
