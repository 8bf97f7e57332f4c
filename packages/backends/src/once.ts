/** Remembers the first answer of `make`, a failure included, so that what it probes is probed once per process. */
export function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined
  return () => (made ??= make())
}
