export type { Expectation, TestFramework } from './framework.ts'
export { conformanceKit } from './kit.ts'
