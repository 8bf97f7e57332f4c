import type { Family } from '../operator.ts'
import { batchNormalization, refusesBatchNormalization } from './normalization/batch-norm.ts'
import { groupNormalization, instanceNormalization } from './normalization/channel-norms.ts'
import { layerNormalization, rmsNormalization } from './normalization/layer-norm.ts'
import { localResponseNormalization, lpNormalization, meanVarianceNormalization } from './normalization/lp-and-local.ts'

/** Operators that bring values to a mean and a spread; variances are of the population, in two passes. */
export const normalization: Family = {
  name: 'normalization',
  operators: {
    BatchNormalization: { since: 1, inputs: 5, refuses: refusesBatchNormalization, evaluate: batchNormalization },
    GroupNormalization: { since: 18, inputs: 3, evaluate: groupNormalization },
    InstanceNormalization: { since: 1, inputs: 3, evaluate: instanceNormalization },
    LRN: { since: 1, evaluate: localResponseNormalization },
    LayerNormalization: { since: 17, inputs: 2, evaluate: layerNormalization },
    LpNormalization: { since: 1, evaluate: lpNormalization },
    MeanVarianceNormalization: { since: 9, evaluate: meanVarianceNormalization },
    RMSNormalization: { since: 23, inputs: 2, evaluate: rmsNormalization },
  },
}
