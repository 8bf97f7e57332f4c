import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'text-classification',
  items: 'texts',
  // as many labels as the last axis of the logits; a fine-tuned checkpoint brings its own
  skill: (_, head) => ({ labels: String(head.outputs['logits']?.[1].at(-1) ?? 0) }),
}
