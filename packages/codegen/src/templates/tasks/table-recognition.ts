import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'table-recognition',
  items: 'tables',
  skill: () => ({}),
}
