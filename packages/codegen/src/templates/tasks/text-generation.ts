import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'text-generation',
  items: 'texts',
  skill: () => ({}),
}
