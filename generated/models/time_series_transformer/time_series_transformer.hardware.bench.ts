// Made by vitest-hardware 0.1.0 from fcf6f0c00e4ef0ef; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'time_series_transformer' })

measuresInference(test, { batches: [1, 16] })
measuresThroughput(test, { concurrency: 2, batch: 16, items: 'inputs' })
