import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'document-question-answering',
  items: 'pages',
  skill: () => ({}),
}
