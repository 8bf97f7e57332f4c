// Made by vitest-hardware 0.1.0 from ea0d702fb762753b; do not edit, "vitest-hardware generate" writes it anew.
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
import { textnet } from './textnet.skillset.ts'

describe('image-classification', () => {
  // ONNX Runtime 1.30 folds a sum and its ReLU into a convolution even where the ReLU is an output of the graph, and then refuses the graph
  const test = modelTest({ model: 'textnet' }, { session: { graphOptimizationLevel: 'disabled' } })

  loadsAs(test, { architecture: 'TextNetForImageClassification', parameters: 54_556 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, textnet.imageClassification)
  isMadeOf(test, { Add: 21, BatchNormalization: 29, Conv: 25, Identity: 1, MatMul: 1, Pad: 24, ReduceMean: 1, Relu: 9 })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  // ONNX Runtime 1.30 folds a sum and its ReLU into a convolution even where the ReLU is an output of the graph, and then refuses the graph
  const test = modelTest({ model: 'textnet', task: 'feature-extraction' }, { session: { graphOptimizationLevel: 'disabled' } })

  loadsAs(test, { architecture: 'TextNetModel', parameters: 54_224 })
  answers(test, { last_hidden_state: ['batch_size', 32, 2, 2], pooler_output: ['batch_size', 32, 1, 1] })
  shows(test, 'alone')
  answersBySkill(test, textnet.featureExtraction)
})

describe('backbone', () => {
  // ONNX Runtime 1.30 folds a sum and its ReLU into a convolution even where the ReLU is an output of the graph, and then refuses the graph
  const test = modelTest({ model: 'textnet', task: 'backbone' }, { session: { graphOptimizationLevel: 'disabled' } })

  loadsAs(test, { architecture: 'TextNetBackbone', parameters: 54_224 })
  answers(test, {
    'feature_maps.0': ['batch_size', 12, 16, 16],
    'feature_maps.1': ['batch_size', 16, 8, 8],
    'feature_maps.2': ['batch_size', 24, 4, 4],
    'feature_maps.3': ['batch_size', 32, 2, 2],
  })
  shows(test, 'alone')
  answersBySkill(test, textnet.backbone)
})
