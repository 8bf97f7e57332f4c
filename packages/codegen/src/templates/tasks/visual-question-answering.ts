import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'visual-question-answering',
  items: 'questions',
  skill: () => ({}),
}
