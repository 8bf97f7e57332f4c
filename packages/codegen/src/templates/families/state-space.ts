import type { FamilyTemplate } from '../template.ts'

export const template: FamilyTemplate = {
  kind: 'family',
  name: 'state-space',
  traits: ['alone', 'causal', 'cached'],
  batches: [1, 4],
}
