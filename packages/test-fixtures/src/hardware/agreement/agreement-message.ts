import { outputMatches } from '../../comparison/compare-outputs.ts'
import { mismatchMessage } from '../../comparison/mismatch-message.ts'
import type { BackendAgreement, BackendPair } from './compare-backends.ts'

/** Whether every pair agrees, and no backend that can run here refused. */
export function agrees({ pairs, failed }: BackendAgreement): boolean {
  return failed.length === 0 && pairs.every(({ comparison }) => comparison.matches)
}

/** Which pairs part, in which output, how far and where; then who agrees, who refused and who was not asked. */
export function agreementMessage(agreement: BackendAgreement): string {
  const { model, pairs, failed } = agreement
  const apart = pairs.filter(({ comparison }) => !comparison.matches)
  const together = pairs.filter(({ comparison }) => comparison.matches)
  return [
    apart.length === 0
      ? `${pairs.length} of ${pairs.length} pairs of backends agree on ${model}`
      : `${apart.length} of ${pairs.length} pairs of backends part on ${model}`,
    ...apart.map(pairMessage),
    ...(apart.length > 0 && together.length > 0 ? [`agree: ${together.map(nameOf).join(', ')}`] : []),
    ...failed.map(({ backend, error }) => `${backend} failed: ${error.message}`),
    ...skippedLines(agreement),
  ].join('\n')
}

/** One line for each backend that was not asked. */
export function skippedLines({ skipped }: Pick<BackendAgreement, 'skipped'>): string[] {
  return skipped.map(({ backend, reason }) => `${backend} skipped: ${reason}`)
}

function nameOf({ expected, actual }: BackendPair): string {
  return `${actual} and ${expected}`
}

function pairMessage(pair: BackendPair): string {
  const { outputs } = pair.comparison
  const named = outputs.filter((output) => !outputMatches(output)).map(({ name }) => name)
  const text = mismatchMessage(pair.comparison, { backend: pair.actual, reference: `the outputs of ${pair.expected}` })
  return `\n${nameOf(pair)} part at ${named.join(', ')}:\n${text.replaceAll(/^(?=.)/gm, '  ')}`
}
