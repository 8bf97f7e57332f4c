import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'image-feature-extraction',
  items: 'images',
  skill: () => ({}),
}
