export interface Outcome {
  readonly state: 'passed' | 'failed' | 'skipped'
  readonly reason: string | undefined
}

/**
 * Counts a run. In CI, a skip whose reason names `npm run provision`, or that has no reason at all, is a failure:
 * the machine was not prepared, or somebody switched a test off.
 */
export function summarize(outcomes: readonly Outcome[], isCi: boolean): { lines: string[]; failed: boolean } {
  const count = (state: Outcome['state']): number => outcomes.filter((outcome) => outcome.state === state).length
  const reasons = new Map<string, number>()
  for (const { state, reason = noReason } of outcomes) if (state === 'skipped') reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const lines = [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, times]) => `${times} skipped: ${reason}`)
  const forbidden = isCi ? [...reasons.keys()].filter((reason) => reason === noReason || reason.includes('npm run provision')) : []
  if (forbidden.length > 0) lines.push(`CI may not skip this: ${forbidden.join('; ')}`)
  lines.push(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
  return { lines, failed: count('failed') + forbidden.length > 0 }
}

const noReason = 'no reason given'
