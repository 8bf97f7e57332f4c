import type { Rows } from '../results-store.ts'

type Queued = { [Kind in keyof Required<Rows>]: NonNullable<Rows[Kind]>[number][] }

const kinds = ['profiles', 'tests', 'results', 'measurements', 'comparisons'] as const

/** Rows that wait for a flush. Tests and profiles that were queued before, unchanged, are dropped. */
export class RowQueue {
  #rows: Queued = emptyRows()
  readonly #seenProfiles = new Set<string>()
  readonly #seenTests = new Map<string, boolean>()

  add(rows: Rows): void {
    for (const profile of rows.profiles ?? []) {
      if (this.#seenProfiles.has(profile.hardwareProfileId)) continue
      this.#seenProfiles.add(profile.hardwareProfileId)
      this.#rows.profiles.push(profile)
    }
    for (const test of rows.tests ?? []) {
      // a test may come first without its model (a skip) and later with it
      if (this.#seenTests.get(test.testId) === true || (this.#seenTests.has(test.testId) && test.model === null)) continue
      this.#seenTests.set(test.testId, test.model !== null)
      this.#rows.tests.push(test)
    }
    // one by one: spreading a long list into arguments overflows the stack
    for (const result of rows.results ?? []) this.#rows.results.push(result)
    for (const measurement of rows.measurements ?? []) this.#rows.measurements.push(measurement)
    for (const comparison of rows.comparisons ?? []) this.#rows.comparisons.push(comparison)
  }

  get size(): number {
    return kinds.reduce((sum, kind) => sum + this.#rows[kind].length, 0)
  }

  /** Takes everything out. */
  take(): Queued {
    const taken = this.#rows
    this.#rows = emptyRows()
    return { ...taken, tests: mergeTests(taken.tests) }
  }

  /** Puts back what {@link take} gave, before what came since. */
  putBack(taken: Queued): void {
    const since = this.#rows
    this.#rows = {
      profiles: [...taken.profiles, ...since.profiles],
      tests: [...taken.tests, ...since.tests],
      results: [...taken.results, ...since.results],
      measurements: [...taken.measurements, ...since.measurements],
      comparisons: [...taken.comparisons, ...since.comparisons],
    }
  }
}

/** Of several rows of one test in a flush only one may go in: the one that names its model. */
function mergeTests(tests: Queued['tests']): Queued['tests'] {
  const byId = new Map<string, Queued['tests'][number]>()
  for (const test of tests) if (test.model !== null || !byId.has(test.testId)) byId.set(test.testId, test)
  return [...byId.values()]
}

function emptyRows(): Queued {
  return { profiles: [], tests: [], results: [], measurements: [], comparisons: [] }
}
