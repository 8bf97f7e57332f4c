import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'next-sentence-prediction',
  items: 'pairs',
  skill: () => ({}),
}
