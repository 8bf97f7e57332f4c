import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'depth-estimation',
  items: 'images',
  skill: () => ({}),
}
