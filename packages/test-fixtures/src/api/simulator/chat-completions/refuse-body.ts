import type { z } from 'zod'
import { firstIssue } from '../body-issue.ts'
import { Refusal } from '../vendor.ts'

/** Refuses a body as OpenAI does: the first parameter that is missing, of the wrong type or out of range. @throws {Refusal} always. */
export function refuseBody(error: z.core.$ZodError, body: unknown): never {
  if (typeof body !== 'object' || body === null) {
    throw new Refusal({ status: 400, message: 'We could not parse the JSON body of your request.', code: 'invalid_json' })
  }
  const { path, message, missing } = firstIssue(error, body)
  const param = path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`)).join('')
  throw missing
    ? new Refusal({ status: 400, message: `Missing required parameter: '${param}'.`, param, code: 'missing_required_parameter' })
    : new Refusal({ status: 400, message: `Invalid value for '${param}': ${message}.`, param, code: 'invalid_value' })
}
