// Made by vitest-hardware 0.1.0 from 27359c7f2ddb1b7a; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'modernbert' })

measuresInference(test, { batches: [1, 8] })
measuresThroughput(test, { concurrency: 2, batch: 8, items: 'texts' })
