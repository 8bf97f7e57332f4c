// Made by vitest-hardware 0.1.0 from 3435bb5fcd9b5860; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'qwen2_vl' })

measuresInference(test, { batches: [1, 2] })
measuresThroughput(test, { concurrency: 2, batch: 2, items: 'prompts' })
