// Made by vitest-hardware 0.1.0 from 36b1b4e319e247b7; do not edit, "vitest-hardware generate" writes it anew.
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
import { rtDetrResnet } from './rt_detr_resnet.skillset.ts'

describe('backbone', () => {
  // ONNX Runtime 1.30 folds a sum and its ReLU into a convolution even where the ReLU is an output of the graph, and then refuses the graph
  const test = modelTest({ model: 'rt_detr_resnet' }, { session: { graphOptimizationLevel: 'disabled' } })

  loadsAs(test, { architecture: 'RTDetrResNetBackbone', parameters: 13_844 })
  answers(test, {
    'feature_maps.0': ['batch_size', 16, 16, 16],
    'feature_maps.1': ['batch_size', 24, 8, 8],
    'feature_maps.2': ['batch_size', 32, 4, 4],
    'feature_maps.3': ['batch_size', 48, 2, 2],
  })
  shows(test, 'alone')
  answersBySkill(test, rtDetrResnet.backbone)
  isMadeOf(test, { Add: 8, AveragePool: 3, BatchNormalization: 31, Conv: 31, Identity: 4, MaxPool: 1, Relu: 27 })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
