import type { Report } from '@vitest-hardware/contracts'
import type { FunctionComponent } from 'preact'

/** One way to look at a report. Only the chosen one is drawn. */
export interface View {
  /** Name in the URL. */
  readonly id: string
  readonly label: string
  readonly Body: FunctionComponent<{ readonly report: Report }>
  /** What `j` (+1) and `k` (-1) do. @default they move the focus through rows */
  readonly step?: (report: Report, by: 1 | -1) => void
}
