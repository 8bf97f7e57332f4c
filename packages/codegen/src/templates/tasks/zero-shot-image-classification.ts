import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'zero-shot-image-classification',
  items: 'images',
  skill: () => ({}),
}
