import type { FamilyTemplate } from '../template.ts'

export const template: FamilyTemplate = {
  kind: 'family',
  name: 'time-series',
  traits: ['alone'],
  batches: [1, 16],
}
