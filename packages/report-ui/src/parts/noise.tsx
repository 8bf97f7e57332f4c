import type { Report } from '@vitest-hardware/contracts'
import { useMemo } from 'preact/hooks'
import { formatCount, formatPercent } from '../state/numbers.ts'
import { describeNoise } from '../state/protocol.ts'

/** The smallest change that this run could have seen. */
export function NoiseSection({ report }: { readonly report: Report }) {
  const floors = useMemo(() => describeNoise(report), [report])
  const worst = floors.toSorted((a, b) => b.change.median - a.change.median)[0]
  if (worst === undefined) return null
  return (
    <section class="card" aria-labelledby="noise">
      <h2 id="noise">
        Noise: half of the {worst.metric} series on {worst.backend} could hide a change of {formatPercent(worst.change.median)}
      </h2>
      <div class="scroll" role="region" aria-label="Smallest detectable change" tabIndex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">Backend</th>
              <th scope="col">Metric</th>
              <th scope="col" class="number">
                Series
              </th>
              <th scope="col" class="number">
                Quietest
              </th>
              <th scope="col" class="number">
                Median
              </th>
              <th scope="col" class="number">
                Noisiest
              </th>
            </tr>
          </thead>
          <tbody>
            {floors.map(({ backend, metric, series, change }) => (
              <tr key={`${backend} ${metric}`}>
                <th scope="row">{backend}</th>
                <td>{metric}</td>
                <td class="number">{formatCount(series)}</td>
                <td class="number">{formatPercent(change.low)}</td>
                <td class="number">{formatPercent(change.median)}</td>
                <td class="number">{formatPercent(change.high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="muted">
        Smallest change that would have been called, per series. “No significant change” means smaller than this, not equal.
      </p>
    </section>
  )
}
