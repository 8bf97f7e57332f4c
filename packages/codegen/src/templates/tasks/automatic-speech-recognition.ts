import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'automatic-speech-recognition',
  items: 'clips',
  skill: () => ({}),
}
