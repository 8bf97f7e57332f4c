import { tensorsTask } from './tensors-task.ts'

/** Cells and operations that answer a question. */
export const tableQuestionAnswering = tensorsTask('table-question-answering')
