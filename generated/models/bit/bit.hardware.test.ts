// Made by vitest-hardware 0.1.0 from 2000311c56792362; do not edit, "vitest-hardware generate" writes it anew.
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
import { bit } from './bit.skillset.ts'

describe('image-classification', () => {
  // ONNX Runtime 1.30 folds a Pad of zeros into the MaxPool behind it, which then pads with −∞
  const test = modelTest({ model: 'bit' }, { session: { graphOptimizationLevel: 'disabled' } })

  loadsAs(test, { architecture: 'BitForImageClassification', parameters: 12_375 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, bit.imageClassification)
  isMadeOf(test, {
    Add: 42,
    Conv: 20,
    Div: 20,
    Flatten: 1,
    GlobalAveragePool: 1,
    Identity: 1,
    InstanceNormalization: 16,
    MatMul: 1,
    MaxPool: 1,
    Mul: 36,
    Pad: 1,
    ReduceMean: 40,
    Relu: 16,
    Reshape: 32,
    Shape: 16,
    Sqrt: 20,
    Sub: 20,
    Unsqueeze: 32,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  // ONNX Runtime 1.30 folds a Pad of zeros into the MaxPool behind it, which then pads with −∞
  const test = modelTest({ model: 'bit', task: 'feature-extraction' }, { session: { graphOptimizationLevel: 'disabled' } })

  loadsAs(test, { architecture: 'BitModel', parameters: 11_885 })
  answers(test, { last_hidden_state: ['batch_size', 48, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 48, 1, 1] })
  shows(test, 'alone')
  answersBySkill(test, bit.featureExtraction)
})

describe('image-feature-extraction', () => {
  // ONNX Runtime 1.30 folds a Pad of zeros into the MaxPool behind it, which then pads with −∞
  const test = modelTest({ model: 'bit', task: 'image-feature-extraction' }, { session: { graphOptimizationLevel: 'disabled' } })

  loadsAs(test, { architecture: 'BitModel', parameters: 11_885 })
  answers(test, { last_hidden_state: ['batch_size', 48, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 48, 1, 1] })
  shows(test, 'alone')
  answersBySkill(test, bit.imageFeatureExtraction)
})

describe('backbone', () => {
  // ONNX Runtime 1.30 folds a Pad of zeros into the MaxPool behind it, which then pads with −∞
  const test = modelTest({ model: 'bit', task: 'backbone' }, { session: { graphOptimizationLevel: 'disabled' } })

  loadsAs(test, { architecture: 'BitBackbone', parameters: 11_789 })
  answers(test, {
    'feature_maps.0': ['batch_size', 16, 'height_0', 'width_0'],
    'feature_maps.1': ['batch_size', 24, 'height_1', 'width_1'],
    'feature_maps.2': ['batch_size', 32, 'height_2', 'width_2'],
    'feature_maps.3': ['batch_size', 48, 'height_3', 'width_3'],
  })
  shows(test, 'alone')
  answersBySkill(test, bit.backbone)
})
