import type { TaskTemplate } from '../template.ts'

export const template: TaskTemplate = {
  kind: 'task',
  name: 'audio-classification',
  items: 'clips',
  // as many labels as the last axis of the logits; a fine-tuned checkpoint brings its own
  skill: (_, head) => ({ labels: String(head.outputs['logits']?.[1].at(-1) ?? 0) }),
}
