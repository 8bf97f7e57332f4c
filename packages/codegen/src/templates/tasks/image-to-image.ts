import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'image-to-image',
  items: 'images',
  skill: () => ({}),
}
