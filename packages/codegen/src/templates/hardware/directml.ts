import type { HardwareTemplate } from '../template.ts'

export const template: HardwareTemplate = { kind: 'hardware', name: 'directml', tolerance: () => null }
