import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'mask-generation',
  items: 'images',
  skill: () => ({}),
}
