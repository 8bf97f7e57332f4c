import { labelCount } from '../label-count.ts'
import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'object-detection',
  items: 'images',
  // as many as the graph's logits tell apart; a fine-tuned checkpoint brings its own
  skill: (_, head) => labelCount(head),
}
