// Made by vitest-hardware 0.1.0 from e0da7df5bb1ce832; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'mamba' })

measuresInference(test, { batches: [1, 4] })
measuresThroughput(test, { concurrency: 2, batch: 4, items: 'texts' })
