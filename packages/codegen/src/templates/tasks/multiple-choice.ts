import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'multiple-choice',
  items: 'questions',
  skill: () => ({}),
}
