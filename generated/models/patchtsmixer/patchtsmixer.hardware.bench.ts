// Made by vitest-hardware 0.1.0 from 232df75e7d859506; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'patchtsmixer' })

measuresInference(test, { batches: [1, 16] })
measuresThroughput(test, { concurrency: 2, batch: 16, items: 'inputs' })
