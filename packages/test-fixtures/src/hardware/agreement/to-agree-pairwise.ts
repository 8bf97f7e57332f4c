import { agreementMessage, agrees } from './agreement-message.ts'
import type { BackendAgreement } from './compare-backends.ts'

/** Matcher; see the declaration in `hardware-matchers.ts`. */
export function toAgreePairwise(received: unknown): { pass: boolean; message: () => string } {
  if (!isAgreement(received)) {
    const what = received instanceof Promise ? 'a promise; await it' : 'no result of acrossBackends'
    throw new TypeError(`the received value is ${what}: expect(await acrossBackends({ … })).toAgreePairwise()`)
  }
  return { pass: agrees(received), message: () => agreementMessage(received) }
}

function isAgreement(value: unknown): value is BackendAgreement {
  return typeof value === 'object' && value !== null && 'pairs' in value && 'skipped' in value && 'failed' in value
}
