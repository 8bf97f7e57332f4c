import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'masked-image-modeling',
  items: 'images',
  skill: () => ({}),
}
