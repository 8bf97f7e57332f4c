// Made by vitest-hardware 0.1.0 from 52680a88e99c5f66; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'hunyuan_v1_dense' })

measuresInference(test, { batches: [1, 4] })
measuresThroughput(test, { concurrency: 2, batch: 4, items: 'texts' })
