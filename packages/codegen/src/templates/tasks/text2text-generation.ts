import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'text2text-generation',
  items: 'texts',
  skill: () => ({}),
}
