// Made by vitest-hardware 0.1.0 from b309d0ad1d9b885e; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'flava' })

measuresInference(test, { batches: [1, 2] })
measuresThroughput(test, { concurrency: 2, batch: 2, items: 'inputs' })
