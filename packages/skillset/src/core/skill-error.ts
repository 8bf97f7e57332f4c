import { UsageError } from '@vitest-hardware/contracts/base'

/** An input that a skill cannot take, or something that it lacks. */
export class SkillError extends UsageError {
  override readonly name = 'SkillError'
}
