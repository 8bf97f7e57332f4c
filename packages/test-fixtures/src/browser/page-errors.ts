import type { PageProblem } from '@vitest-hardware/backends/browsers'
import { UsageError } from '@vitest-hardware/contracts'

/** Something went wrong in the page that the test did not look at. */
export class PageProblemError extends UsageError {
  override readonly name = 'PageProblemError'
  readonly problems: readonly PageProblem[]

  constructor(problems: readonly PageProblem[]) {
    const list = problems.map(
      ({ kind, text }) => `  ${kind === 'console' ? 'console.error' : 'uncaught'}: ${text.replaceAll('\n', '\n    ')}`,
    )
    super(`${problems.length === 1 ? 'an error' : `${problems.length} errors`} in the page:\n${list.join('\n')}`, {
      input: 'page',
      nextStep: 'mend the page, or name what is to be expected: browserTest({ allowErrors: [/…/] })',
    })
    this.problems = problems
  }
}

/** Problems that none of the texts and patterns allows. */
export function unexpectedProblems(problems: readonly PageProblem[], allowed: readonly (string | RegExp)[]): PageProblem[] {
  return problems.filter(({ text }) => !allowed.some((one) => (typeof one === 'string' ? text.includes(one) : matches(one, text))))
}

/** A pattern with the flag `g` remembers where it stopped. */
function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}
