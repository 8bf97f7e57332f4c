import type { HardwareTemplate } from '../template.ts'

export const template: HardwareTemplate = { kind: 'hardware', name: 'qnn', tolerance: () => null }
