import type { Report } from '@vitest-hardware/contracts'
import { useMemo } from 'preact/hooks'
import { directionLabel, formatCount } from '../state/numbers.ts'
import { describeProtocol, type Spread } from '../state/protocol.ts'
import { SimulatedBadge } from './badge.tsx'

/** How the numbers were taken. */
export function ProtocolSection({ report }: { readonly report: Report }) {
  const protocol = useMemo(() => describeProtocol(report), [report])
  if (protocol.length === 0) return null
  return (
    <section class="card" aria-labelledby="protocol">
      <h2 id="protocol">How it was measured</h2>
      <div class="scroll" role="region" aria-label="Protocol" tabIndex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">Metric</th>
              <th scope="col">Unit</th>
              <th scope="col" class="number">
                Series
              </th>
              <th scope="col" class="number">
                Warm-up, n each
              </th>
              <th scope="col" class="number">
                Samples, n each
              </th>
              <th scope="col" class="number">
                Baseline runs
              </th>
              <th scope="col">Provenance</th>
            </tr>
          </thead>
          <tbody>
            {protocol.map((metric) => (
              <tr key={`${metric.metric} ${metric.unit}`}>
                <th scope="row">{metric.metric}</th>
                <td>
                  {metric.unit} <span class="muted">{directionLabel(metric.direction)}</span>
                </td>
                <td class="number">{formatCount(metric.series)}</td>
                <td class="number">{spreadText(metric.warmup)}</td>
                <td class="number">{spreadText(metric.samples)}</td>
                <td class="number">{spreadText(metric.baselineRuns)}</td>
                <td>
                  {metric.provenances.map((provenance) =>
                    provenance === 'measured' ? 'measured ' : <SimulatedBadge key={provenance} provenance={provenance} />,
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="muted">
        Warm-up samples are kept and shown, never judged. Outliers are shown, never dropped. Ratios are of medians, within one hardware
        profile.
      </p>
    </section>
  )
}

function spreadText({ low, high }: Spread): string {
  return low === high ? formatCount(low) : `${formatCount(low)}–${formatCount(high)}`
}
