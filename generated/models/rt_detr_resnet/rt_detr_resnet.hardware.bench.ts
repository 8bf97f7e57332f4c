// Made by vitest-hardware 0.1.0 from 36b1b4e319e247b7; do not edit, "vitest-hardware generate" writes it anew.
import { measuresInference, measuresThroughput } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'rt_detr_resnet' })

measuresInference(test, { batches: [1, 8] })
measuresThroughput(test, { concurrency: 2, batch: 8, items: 'images' })
