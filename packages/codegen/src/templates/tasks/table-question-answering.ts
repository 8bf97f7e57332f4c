import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'table-question-answering',
  items: 'tables',
  skill: () => ({}),
}
