/** What the kit asks of an assertion; Vitest's and Jest's `expect` both fit. */
export interface Expectation {
  toBe(expected: unknown): unknown
  toEqual(expected: unknown): unknown
  toMatch(expected: RegExp): unknown
  toBeGreaterThan(expected: number): unknown
  toBeGreaterThanOrEqual(expected: number): unknown
  toBeLessThanOrEqual(expected: number): unknown
}

/** What a test runner hands to a running test; Vitest's context fits. */
export interface KitContext {
  /** Ends the test as skipped. */
  readonly skip?: (reason: string) => unknown
}

/** The test functions that the kit registers its tests with, so that it depends on no test runner. */
export interface TestFramework {
  readonly describe: (name: string, body: () => void) => unknown
  readonly test: (name: string, body: (...given: readonly [KitContext?]) => Promise<void>) => unknown
  readonly expect: (actual: unknown) => Expectation
}
