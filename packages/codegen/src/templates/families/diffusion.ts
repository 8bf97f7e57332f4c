import type { FamilyTemplate } from '../template.ts'

export const template: FamilyTemplate = {
  kind: 'family',
  name: 'diffusion',
  traits: ['alone'],
  batches: [1, 2],
}
