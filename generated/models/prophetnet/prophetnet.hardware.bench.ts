// Made by vitest-hardware 0.1.0 from 2fedf61142a64014; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'prophetnet' })

measuresInference(test, { batches: [1, 4] })
measuresThroughput(test, { concurrency: 2, batch: 4, items: 'texts' })
