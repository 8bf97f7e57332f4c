import type { TestState, Verdict } from '@vitest-hardware/contracts'
import type { Pair, PairState } from './pairs.ts'

/** Signs that tell states apart without colour. */
export const stateGlyphs: Record<PairState, string> = { passed: '✓', failed: '✕', skipped: '⊘', interrupted: '◌', absent: '·' }
export const verdictGlyphs: Record<Verdict, string> = {
  regression: '▲',
  improvement: '▼',
  'cannot-tell': '?',
  'no-change': '≈',
  'no-baseline': '○',
}
export const simulatedGlyph = '◇'

const stateLabels: Record<PairState, string> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  interrupted: 'interrupted',
  absent: 'no test',
}

/** What kind of cell a pair is drawn as: its state, or, where it passed and was judged, its verdict. */
export function pairKind(pair: Pair): Exclude<PairState, 'passed'> | Verdict | 'passed' {
  if (pair.state !== 'passed') return pair.state
  return pair.comparison?.verdict ?? 'passed'
}

export function pairGlyph(pair: Pair): string {
  const kind = pairKind(pair)
  return kind in verdictGlyphs ? verdictGlyphs[kind as Verdict] : stateGlyphs[kind as TestState | 'absent']
}

export function pairLabel(pair: Pair): string {
  return stateLabels[pair.state]
}

/**
 * How strongly a cell is coloured, 0 … 1: full at a factor of 2. Only what was called a regression or an improvement is coloured,
 * so that noise never looks like a finding.
 */
export function heatOf(pair: Pair): number {
  const { worsening, verdict } = pair.comparison ?? { worsening: null, verdict: 'no-baseline' }
  if (worsening === null || (verdict !== 'regression' && verdict !== 'improvement')) return 0
  return Math.min(1, 0.25 + 0.75 * Math.abs(Math.log2(worsening)))
}
