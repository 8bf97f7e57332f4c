import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'audio-tokenization',
  items: 'clips',
  skill: () => ({}),
}
