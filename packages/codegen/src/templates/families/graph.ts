import type { FamilyTemplate } from '../template.ts'

export const template: FamilyTemplate = {
  kind: 'family',
  name: 'graph',
  traits: ['alone'],
  batches: [1, 8],
}
