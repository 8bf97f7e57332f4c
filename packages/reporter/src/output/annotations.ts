import type { AttentionItem } from '../words/attention.ts'
import { ratioText } from '../words/numbers.ts'
import { oneLine, plainText } from '../words/plain-text.ts'

/** Most annotations of one kind that GitHub shows for a step. */
const most = 10

export interface AnnotationOptions {
  /** Whether failed tests are annotated too: only where no other reporter does it. */
  readonly failures: boolean
  /** A test file as GitHub knows it: relative to the repository. */
  readonly pathOf: (file: string) => string
}

/** Workflow commands of GitHub Actions. A regression that failed its test is an error, another one a warning. */
export function annotations(attention: readonly AttentionItem[], { failures, pathOf }: AnnotationOptions): string[] {
  const command = (level: 'error' | 'warning', item: AttentionItem, message: string): string => {
    const title = oneLine(`${item.model ?? item.test}${item.project === '' ? '' : ` on ${item.project}`}`)
    return `::${level} file=${property(pathOf(item.file))},title=${property(title)}::${data(plainText(message))}`
  }
  const commands = attention.flatMap((item) => {
    if (item.kind === 'regression')
      return [
        command(
          item.reason === null ? 'warning' : 'error',
          item,
          `${item.metric ?? ''} regressed: ${regression(item)}. Reproduce: ${item.command}`,
        ),
      ]
    if (item.kind === 'failed' && failures) return [command('error', item, `${item.reason ?? 'failed'}\nReproduce: ${item.command}`)]
    return []
  })
  return ['::error', '::warning'].flatMap((kind) => commands.filter((line) => line.startsWith(kind)).slice(0, most))
}

function regression({ comparison }: AttentionItem): string {
  return comparison?.ratio == null ? 'no ratio' : `${ratioText(comparison.ratio, comparison.ciLow, comparison.ciHigh)} × the baseline`
}

/** Escapes of GitHub's workflow commands (github.com/actions/toolkit, packages/core/src/command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
