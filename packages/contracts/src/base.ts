/** What needs no schema: whoever starts a test run and checks nothing yet loads this alone, and no schema library. */
export * from './errors.ts'
export * from './ids.ts'
export * from './names.ts'
export * from './secrets.ts'
