import type { FamilyTemplate } from '../template.ts'

export const template: FamilyTemplate = {
  kind: 'family',
  name: 'encoder-only',
  traits: ['alone', 'masked', 'bidirectional'],
  batches: [1, 8],
}
