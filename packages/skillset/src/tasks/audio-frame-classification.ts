import { tensorsTask } from './tensors-task.ts'

/** Scores of each frame of a clip. */
export const audioFrameClassification = tensorsTask('audio-frame-classification')
