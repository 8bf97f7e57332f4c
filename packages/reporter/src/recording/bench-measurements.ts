import { maxSamples, type Measurement } from '@vitest-hardware/contracts'
import type { TestBenchmark } from 'vitest/node'

/**
 * Results of Vitest's own `bench` as measurements: one metric for each task, in milliseconds.
 * Where Vitest kept no samples (`benchmark.retainSamples`) the run's median stands for them, as one sample: too few to be judged.
 */
export function benchMeasurements(benchmark: TestBenchmark): Measurement[] {
  return benchmark.tasks
    // a stored result is no measurement of this run
    .filter((task) => task.fromStore !== true)
    .map((task) => ({
      metric: (benchmark.tasks.length === 1 || task.name === benchmark.name ? task.name : `${benchmark.name} > ${task.name}`).slice(0, 200),
      unit: 'ms',
      direction: 'lower' as const,
      batchSize: null,
      precision: null,
      samples: thinned(task.latency.samples ?? [task.latency.p50]),
      warmup: [],
      provenance: 'measured' as const,
    }))
    .filter(({ samples, metric }) => metric !== '' && samples.length > 0 && samples.every(Number.isFinite))
}

/** Every n-th sample where there are more than one measurement may carry. */
function thinned(samples: readonly number[]): number[] {
  const step = Math.ceil(samples.length / maxSamples)
  return step <= 1 ? [...samples] : samples.filter((_, index) => index % step === 0)
}
