import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'backbone',
  items: 'images',
  skill: () => ({}),
}
