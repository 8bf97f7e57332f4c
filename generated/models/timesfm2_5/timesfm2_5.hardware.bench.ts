// Made by vitest-hardware 0.1.0 from 16e06f730ea069c8; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'timesfm2_5' })

measuresInference(test, { batches: [1, 16] })
measuresThroughput(test, { concurrency: 2, batch: 16, items: 'series' })
