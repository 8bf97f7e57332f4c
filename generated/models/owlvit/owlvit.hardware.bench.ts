// Made by vitest-hardware 0.1.0 from 784dc1462a770345; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'owlvit' })

measuresInference(test, { batches: [1, 2] })
measuresThroughput(test, { concurrency: 2, batch: 2, items: 'images' })
