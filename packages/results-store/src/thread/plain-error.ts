import { UsageError } from '@vitest-hardware/contracts/base'
import type { PlainError } from './messages.ts'

export function toPlainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: undefined, usage: null }
  const { name, message, stack } = error
  if (!(error instanceof UsageError)) return { name, message, stack, usage: null }
  const savedTo = 'savedTo' in error && typeof error.savedTo === 'string' ? error.savedTo : null
  return { name, message, stack, usage: { input: error.input, nextStep: error.nextStep, savedTo } }
}

/** An error that says the same; what a user can act on is a `UsageError` again. */
export function fromPlainError({ name, message, stack, usage }: PlainError): Error {
  const error = usage === null ? new Error(message) : Object.assign(new UsageError('', usage), { savedTo: usage.savedTo })
  Object.defineProperties(error, {
    name: { value: name, configurable: true },
    message: { value: message, configurable: true },
    stack: { value: stack, configurable: true, writable: true },
  })
  return error
}
