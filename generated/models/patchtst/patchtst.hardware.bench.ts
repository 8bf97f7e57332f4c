// Made by vitest-hardware 0.1.0 from de12999718287634; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'patchtst' })

measuresInference(test, { batches: [1, 16] })
measuresThroughput(test, { concurrency: 2, batch: 16, items: 'inputs' })
