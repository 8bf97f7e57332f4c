import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'keypoint-matching',
  items: 'pairs',
  skill: () => ({}),
}
