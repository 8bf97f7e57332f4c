import type { TestAPI } from 'vitest'

/** What Vitest notes beside the fixtures of a context: which of them live as long as the worker, the file or the test. */
interface Scopes {
  readonly $__worker?: unknown
  readonly $__file?: unknown
  readonly $__test?: unknown
}

type Worker<Context> = Context extends { readonly $__worker?: infer Fixtures } ? (Fixtures extends object ? Fixtures : object) : object
type File<Context> = Context extends { readonly $__file?: infer Fixtures } ? (Fixtures extends object ? Fixtures : object) : object
type Test<Context> = Context extends { readonly $__test?: infer Fixtures } ? (Fixtures extends object ? Fixtures : object) : object

/** Fixtures of a test function. */
export type ContextOf<Api> = Api extends TestAPI<infer Context> ? Context : never

/** The fixtures of `Base` and of `Own`; `Own` answers for the names that both have. */
export type Mixed<Base, Own> = Omit<Base, keyof Own | keyof Scopes> &
  Omit<Own, keyof Scopes> & {
    readonly $__worker?: Omit<Worker<Base>, keyof Own> & Worker<Own>
    readonly $__file?: Omit<File<Base>, keyof Own> & File<Own>
    readonly $__test?: Omit<Test<Base>, keyof Own> & Test<Own>
  }

/** `Api` upon another test function. */
export type MixedAPI<Base, Api> = TestAPI<Mixed<Base, ContextOf<Api>>>
