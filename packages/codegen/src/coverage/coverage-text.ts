import type { Coverage, Gap, MatrixCell } from './coverage.ts'

/** Gaps that a summary names one by one. */
const namedGaps = 20

/** Coverage as lines of plain text. */
export function coverageText(coverage: Coverage): string {
  const { heads, methods, gaps } = coverage
  return [
    ...tierLines(coverage),
    `heads    ${heads.built} of ${heads.total} of upstream's classes are built`,
    '',
    ...(methods.length === 0 ? ['loading  nothing tested yet: vitest run --project hardware'] : ['loading  tried by']),
    ...methods.map(({ method, passed, failed }) => `  ${method}: ${passed} types passed${failed === 0 ? '' : `, ${failed} failed`}`),
    '',
    ...backendLines(coverage.matrix).map(([backend, line]) => `${backend}: ${line}`),
    '',
    ...(gaps.length === 0 ? ['no gaps'] : [`gaps     ${gaps.length}, those of the highest tier first`]),
    ...gaps.slice(0, namedGaps).map((gap) => `  ${gapText(gap)}`),
    ...(gaps.length > namedGaps ? [`  … and ${gaps.length - namedGaps} more: --json has all`] : []),
    '',
  ].join('\n')
}

/** Coverage as Markdown: tiers, backends and every gap. */
export function coverageMarkdown(coverage: Coverage): string {
  const { tiers, heads, methods, matrix, gaps } = coverage
  return [
    '# Coverage',
    '',
    ...table(
      ['tier', 'built', 'of'],
      tiers.map(({ tier, built, types }) => [tier, built, types]),
    ),
    '',
    `${heads.built} of ${heads.total} of upstream's classes are built.`,
    '',
    ...table(
      ['loaded by', 'types passed', 'failed'],
      methods.map(({ method, passed, failed }) => [method, passed, failed]),
    ),
    '',
    ...table(['backend', 'types × tasks'], backendLines(matrix)),
    '',
    `## ${gaps.length} gaps`,
    '',
    ...table(
      ['type', 'tier', 'task', 'reason'],
      gaps.map(({ type, tier, task, reason }) => [type, tier ?? '', task ?? 'all', reason]),
    ),
    '',
  ].join('\n')
}

function tierLines({ tiers }: Coverage): string[] {
  return tiers.map(
    ({ tier, built, types }) =>
      `${tier.padEnd(8)} ${built} of ${types} types are built (${Math.floor((100 * built) / Math.max(1, types))} %)`,
  )
}

function backendLines(matrix: readonly MatrixCell[]): [string, string][] {
  const backends = [...new Set(matrix.map(({ backend }) => backend))].sort()
  return backends.map((backend) => {
    const cells = matrix.filter((cell) => cell.backend === backend)
    const inState = (state: MatrixCell['state']): number => cells.filter((cell) => cell.state === state).length
    return [backend, `${inState('passed')} passed, ${inState('failed')} failed, ${inState('skipped')} skipped`]
  })
}

function gapText({ type, tier, task, reason }: Gap): string {
  return `${type}${task === null ? '' : ` for ${task}`}${tier === null ? '' : ` (${tier})`}: ${reason}`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  return [`| ${head.join(' | ')} |`, `|${head.map(() => ' --- |').join('')}`, ...rows.map((row) => `| ${row.join(' | ')} |`)]
}
