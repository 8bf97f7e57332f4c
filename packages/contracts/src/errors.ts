/**
 * A failure that the user can act on: what happened, with which input, and what to do next.
 * The command line ends with {@link exitCode} 2 on it and prints no stack.
 */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'
  readonly exitCode = 2
  /** The file, flag, id or value that is wrong. */
  readonly input: string
  /** What to do next, as a sentence. */
  readonly nextStep: string

  constructor(what: string, options: { input: string; nextStep: string; cause?: unknown }) {
    super(
      `${what}\n  input: ${options.input}\n  next:  ${options.nextStep}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.input = options.input
    this.nextStep = options.nextStep
  }
}
