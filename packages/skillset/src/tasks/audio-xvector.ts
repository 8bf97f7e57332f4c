import { tensorsTask } from './tensors-task.ts'

/** A voice as one vector, with scores of speakers. */
export const audioXvector = tensorsTask('audio-xvector')
