import type { HardwareTemplate } from '../template.ts'

export const template: HardwareTemplate = { kind: 'hardware', name: 'wasm', tolerance: () => null }
