export { hardware as default, hardware } from './plugin/plugin.ts'
export type { HardwareOptions } from './plugin/options.ts'
export * from './provided-context.ts'
