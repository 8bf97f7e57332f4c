import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'reinforcement-learning',
  items: 'trajectories',
  skill: () => ({}),
}
