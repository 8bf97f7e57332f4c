import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'time-series-regression',
  items: 'series',
  skill: () => ({}),
}
