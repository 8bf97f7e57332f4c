// Made by vitest-hardware 0.1.0 from 7d59e96f3f748f91; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'pp_lcnet' })

measuresInference(test, { batches: [1, 8] })
measuresThroughput(test, { concurrency: 2, batch: 8, items: 'images' })
