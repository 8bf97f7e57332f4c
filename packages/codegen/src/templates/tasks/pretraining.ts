import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'pretraining',
  items: 'texts',
  skill: () => ({}),
}
