import type { FamilyTemplate } from '../template.ts'

export const template: FamilyTemplate = {
  kind: 'family',
  name: 'vision',
  traits: ['alone'],
  batches: [1, 8],
}
