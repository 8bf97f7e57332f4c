import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'audio-xvector',
  items: 'clips',
  skill: () => ({}),
}
