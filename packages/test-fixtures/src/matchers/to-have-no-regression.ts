import { median } from '@vitest-hardware/statistics'
import type { JudgeMeasurementOptions, MeasurementHandle } from '../measuring/measurement-handle.ts'

/** Matcher; see the declaration in `matchers.ts`. */
export function toHaveNoRegression(received: unknown, options: JudgeMeasurementOptions = {}): { pass: boolean; message: () => string } {
  if (!isHandle(received)) {
    const hint =
      received instanceof Promise ? 'await it: expect(await measure(…)).toHaveNoRegression()' : 'give what measure() or record() returned'
    return { pass: false, message: () => `the received value is no measurement; ${hint}` }
  }
  const comparison = received.judge(options)
  return { pass: comparison.verdict !== 'regression', message: () => describe(received) }
}

function isHandle(value: unknown): value is MeasurementHandle {
  return typeof value === 'object' && value !== null && 'judge' in value && 'samples' in value && typeof value.judge === 'function'
}

function describe({ metric, unit, samples, comparison }: MeasurementHandle): string {
  if (comparison === null) return `${metric} was not judged`
  const { verdict, ratio, ciLow, ciHigh, baselineRuns, baselineSamples, explanation } = comparison
  const now = median(samples)
  const lines = [`${metric}: ${verdict}`]
  if (ratio !== null && ciLow !== null && ciHigh !== null) {
    lines.push(
      `  baseline  ${amount(now / ratio)} ${unit} (${baselineRuns} runs, ${baselineSamples} samples)`,
      `  now       ${amount(now)} ${unit} (median of ${samples.length} samples)`,
      `  ratio     ${amount(ratio)} [${amount(ciLow)}, ${amount(ciHigh)}]`,
    )
  }
  return [...lines, `  ${explanation}`].join('\n')
}

function amount(value: number): string {
  return String(Number(value.toPrecision(4)))
}
