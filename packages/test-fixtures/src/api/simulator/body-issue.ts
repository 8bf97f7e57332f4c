import type { z } from 'zod'

/** The part of a body that is wrong, and how. */
export interface BodyIssue {
  readonly path: readonly PropertyKey[]
  readonly message: string
  /** There is nothing at that path. */
  readonly missing: boolean
}

/** The first issue that a schema has with a body; inside unions, of the alternative that came furthest. */
export function firstIssue(error: z.core.$ZodError, body: unknown): BodyIssue {
  const { path, message } = deepest(error.issues)
  const value = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], body)
  return { path, message, missing: value === undefined }
}

function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  const issue = issues[0]!
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.filter((alternative) => alternative.length > 0).map(deepest)
  const best = inner.toSorted((a, b) => b.path.length - a.path.length)[0]
  return best === undefined || best.path.length === 0 ? issue : { ...best, path: [...issue.path, ...best.path] }
}
