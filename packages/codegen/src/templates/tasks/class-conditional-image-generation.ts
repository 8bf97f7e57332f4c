import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'class-conditional-image-generation',
  items: 'images',
  skill: () => ({}),
}
