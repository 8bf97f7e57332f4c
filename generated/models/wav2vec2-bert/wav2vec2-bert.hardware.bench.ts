// Made by vitest-hardware 0.1.0 from dc2d4a8af60851e8; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'wav2vec2-bert' })

measuresInference(test, { batches: [1, 4] })
measuresThroughput(test, { concurrency: 2, batch: 4, items: 'clips' })
