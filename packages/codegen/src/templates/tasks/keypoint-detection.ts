import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'keypoint-detection',
  items: 'images',
  skill: () => ({}),
}
