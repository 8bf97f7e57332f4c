import type { Measurement } from '@vitest-hardware/contracts'
import { maxSamples } from '@vitest-hardware/contracts/base'
import type { TestBenchmark } from 'vitest'

/**
 * Latencies of Vitest's own benchmarks, by their names. Samples are there with `benchmark: { retainSamples: true }`; without them the
 * median stands alone, which can be shown and cannot be judged.
 */
export function benchmarkMeasurements(benchmark: Pick<TestBenchmark, 'tasks'>): Measurement[] {
  return benchmark.tasks.flatMap(({ name, latency, fromStore }) => {
    // a stored reference was not measured in this run
    if (fromStore === true) return []
    const samples = (latency.samples ?? [latency.p50]).slice(0, maxSamples).filter((sample) => Number.isFinite(sample))
    if (samples.length === 0) return []
    return [
      {
        metric: name.slice(0, 200) || 'latency',
        unit: 'ms',
        direction: 'lower',
        batchSize: null,
        precision: null,
        samples,
        warmup: [],
        provenance: 'measured',
      },
    ]
  })
}
