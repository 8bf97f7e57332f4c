import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'causal-image-modeling',
  items: 'images',
  skill: () => ({}),
}
