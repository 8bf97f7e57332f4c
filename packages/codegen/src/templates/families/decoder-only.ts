import type { FamilyTemplate } from '../template.ts'

export const template: FamilyTemplate = {
  kind: 'family',
  name: 'decoder-only',
  traits: ['alone', 'masked', 'causal', 'cached'],
  batches: [1, 4],
}
