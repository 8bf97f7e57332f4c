import { tensorsTask } from './tensors-task.ts'

/** Sound, or its spectrogram, of a text. */
export const textToAudio = tensorsTask('text-to-audio')
