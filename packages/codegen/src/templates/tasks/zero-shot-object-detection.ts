import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'zero-shot-object-detection',
  items: 'images',
  skill: () => ({}),
}
