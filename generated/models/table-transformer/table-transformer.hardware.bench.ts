// Made by vitest-hardware 0.1.0 from e076e5776caf9509; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'table-transformer' })

measuresInference(test, { batches: [1, 8] })
measuresThroughput(test, { concurrency: 2, batch: 8, items: 'images' })
