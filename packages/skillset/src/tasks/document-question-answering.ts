import { tensorsTask } from './tensors-task.ts'

/** Where on a page an answer stands. */
export const documentQuestionAnswering = tensorsTask('document-question-answering')
