import { UsageError } from '@vitest-hardware/contracts'

const actionable: Readonly<Record<string, string>> = {
  ENOSPC: 'free some space on this disk',
  EDQUOT: 'free some of your quota on this disk',
  EROFS: 'choose a folder that can be written: hardware({ folder })',
  EACCES: 'make the folder writable, or choose another: hardware({ folder })',
  EPERM: 'make the folder writable, or choose another: hardware({ folder })',
  ENOTDIR: 'remove the file of that name, or choose another folder: hardware({ folder })',
}

/** The same failure as one that a user can act on; a defect of this program stays what it is. */
export function asUsageError(error: unknown, input: string): UsageError {
  if (error instanceof UsageError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const nextStep = actionable[code]
  if (nextStep === undefined) throw error
  return new UsageError(`results cannot be written: ${error instanceof Error ? error.message : code}`, { input, nextStep, cause: error })
}
