// Made by vitest-hardware 0.1.0 from ee8d60bb3f8b2467; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'shieldgemma2' })

measuresInference(test, { batches: [1, 2] })
measuresThroughput(test, { concurrency: 2, batch: 2, items: 'prompts' })
