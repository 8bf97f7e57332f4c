// Made by vitest-hardware 0.1.0 from 019f8f6ea5af4f6d; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'deberta' })

measuresInference(test, { batches: [1, 8] })
measuresThroughput(test, { concurrency: 2, batch: 8, items: 'texts' })
