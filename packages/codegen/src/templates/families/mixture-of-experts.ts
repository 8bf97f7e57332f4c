import type { FamilyTemplate } from '../template.ts'

export const template: FamilyTemplate = {
  kind: 'family',
  name: 'mixture-of-experts',
  traits: ['alone', 'masked', 'causal', 'cached'],
  batches: [1, 4],
}
