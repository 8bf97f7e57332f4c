// Made by vitest-hardware 0.1.0 from 7d59e96f3f748f91; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import {
  answers,
  answersBySkill,
  answersInHalfPrecision,
  isMadeOf,
  loadsAs,
  loadsFromPretrained,
  refusesWrongInputs,
  shows,
  survivesSaving,
} from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { ppLcnet } from './pp_lcnet.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'pp_lcnet' })

  loadsAs(test, { architecture: 'PPLCNetForImageClassification', parameters: 10_738 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, ppLcnet.imageClassification)
  isMadeOf(test, {
    Add: 1,
    BatchNormalization: 17,
    Conv: 22,
    Flatten: 1,
    GlobalAveragePool: 3,
    HardSigmoid: 2,
    HardSwish: 18,
    Identity: 1,
    MatMul: 1,
    Mul: 2,
    Relu: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.001 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('backbone', () => {
  const test = modelTest({ model: 'pp_lcnet', task: 'backbone' })

  loadsAs(test, { architecture: 'PPLCNetBackbone', parameters: 9_048 })
  answers(test, {
    'feature_maps.0': ['batch_size', 8, 32, 32],
    'feature_maps.1': ['batch_size', 12, 16, 16],
    'feature_maps.2': ['batch_size', 16, 8, 8],
    'feature_maps.3': ['batch_size', 24, 4, 4],
    'feature_maps.4': ['batch_size', 32, 2, 2],
  })
  shows(test, 'alone')
  answersBySkill(test, ppLcnet.backbone)
})
