import { tensorsTask } from './tensors-task.ts'

/** A clip as codes, and back. */
export const audioTokenization = tensorsTask('audio-tokenization')
