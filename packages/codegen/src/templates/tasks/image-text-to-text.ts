import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'image-text-to-text',
  items: 'prompts',
  skill: () => ({}),
}
