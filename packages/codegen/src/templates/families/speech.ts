import type { FamilyTemplate } from '../template.ts'

export const template: FamilyTemplate = {
  kind: 'family',
  name: 'speech',
  traits: ['alone', 'causal'],
  batches: [1, 4],
}
