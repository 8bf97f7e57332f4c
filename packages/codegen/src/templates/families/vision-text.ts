import type { FamilyTemplate } from '../template.ts'

export const template: FamilyTemplate = {
  kind: 'family',
  name: 'vision-text',
  traits: ['alone', 'causal'],
  batches: [1, 2],
}
