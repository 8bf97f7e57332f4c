export * from './graph-context.ts'
export * from './model-type.ts'
export * from './random.ts'
