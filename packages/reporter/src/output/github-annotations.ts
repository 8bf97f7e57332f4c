import type { Summary } from '@vitest-hardware/contracts'
import { oneLine } from '../words/plain-text.ts'

/** GitHub shows at most ten annotations of a kind for a step. */
const mostOfAKind = 10

/** Workflow commands that mark failures and regressions at their files. */
export function githubAnnotations(attention: Summary['attention'], options: { readonly includeFailures: boolean }): string[] {
  const failures = options.includeFailures ? attention.filter(({ kind }) => kind === 'failed') : []
  const regressions = attention.filter(({ kind }) => kind === 'regression')
  return [
    ...failures.slice(0, mostOfAKind).map((item) => command('error', item, `failed on ${item.project}: ${item.test}`, `${item.reason ?? ''}\n${item.command}`)),
    ...regressions.slice(0, mostOfAKind).map((item) => command('warning', item, `regression on ${item.project}: ${item.test}`, `${item.metric ?? ''}: ${item.comparison?.explanation ?? ''}\n${item.command}`)),
  ]
}

function command(level: 'error' | 'warning', { file }: { file: string }, title: string, message: string): string {
  return `::${level} file=${escapeProperty(file)},title=${escapeProperty(oneLine(title))}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
