import { UsageError } from '@vitest-hardware/contracts'
import { z } from 'zod'
import { parseByteSize } from './byte-size.ts'
import { precisions } from '@vitest-hardware/backends'
import type { Requirements } from './requirements.ts'

const size = z.union([z.number().nonnegative(), z.string()])
const oneOf = <Value extends z.ZodType>(value: Value) => z.union([value, z.array(value).min(1)])
const word = oneOf(z.string().min(1))

const schema = z.strictObject({
  backend: word.optional(),
  precision: oneOf(z.enum(precisions)).optional(),
  device: word.optional(),
  realDevice: z.boolean().optional(),
  browser: oneOf(z.string().min(1).nullable()).optional(),
  memory: size.optional(),
  freeMemory: size.optional(),
  deviceMemory: size.optional(),
  freeDisk: size.optional(),
  cores: z.int().nonnegative().optional(),
  os: word.optional(),
  arch: word.optional(),
} satisfies Record<keyof Requirements, z.ZodType>)

/** @throws {UsageError} for what no machine could meet because it says nothing: an unknown key, a negative number, an empty list */
export function checkRequirements(requirements: Requirements): void {
  const parsed = schema.safeParse(requirements)
  if (parsed.success) {
    for (const key of ['memory', 'freeMemory', 'deviceMemory', 'freeDisk'] as const)
      if (requirements[key] !== undefined) parseByteSize(requirements[key], key)
    return
  }
  const [issue] = parsed.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  if (unknown !== undefined) {
    throw new UsageError(`requires: there is no requirement '${unknown}'`, {
      input: unknown,
      nextStep: `use ${Object.keys(schema.shape).join(', ')}`,
    })
  }
  const key = String(issue?.path[0] ?? 'requires')
  throw new UsageError(`requires: ${key} cannot be ${JSON.stringify(requirements[key as keyof Requirements])}`, {
    input: key,
    nextStep: issue?.message ?? 'see the type Requirements',
  })
}
