import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'fill-mask',
  items: 'texts',
  skill: () => ({}),
}
