import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'time-series-prediction',
  items: 'series',
  skill: () => ({}),
}
