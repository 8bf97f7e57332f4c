import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'feature-extraction',
  items: 'inputs',
  skill: () => ({}),
}
