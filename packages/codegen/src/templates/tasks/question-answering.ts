import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'question-answering',
  items: 'texts',
  skill: () => ({}),
}
