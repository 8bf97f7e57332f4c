import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'any-to-any',
  items: 'prompts',
  skill: () => ({}),
}
