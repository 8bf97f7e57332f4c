import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'text-to-audio',
  items: 'texts',
  skill: () => ({}),
}
