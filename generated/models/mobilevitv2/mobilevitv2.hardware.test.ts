// Made by vitest-hardware 0.1.0 from 18e95dc87a4d7473; do not edit, "vitest-hardware generate" writes it anew.
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
import { mobilevitv2 } from './mobilevitv2.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'mobilevitv2' })

  loadsAs(test, { architecture: 'MobileViTV2ForImageClassification', parameters: 81_064 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, mobilevitv2.imageClassification)
  isMadeOf(test, {
    Add: 42,
    BatchNormalization: 25,
    Conv: 64,
    Identity: 1,
    InstanceNormalization: 21,
    MatMul: 1,
    Mul: 64,
    ReduceMean: 1,
    ReduceSum: 9,
    Relu: 9,
    Reshape: 54,
    Shape: 21,
    Sigmoid: 25,
    Softmax: 9,
    Split: 9,
    Transpose: 6,
    Unsqueeze: 42,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mobilevitv2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MobileViTV2Model', parameters: 80_414 })
  answers(test, { last_hidden_state: ['batch_size', 64, 4, 4], pooler_output: ['batch_size', 64] })
  shows(test, 'alone')
  answersBySkill(test, mobilevitv2.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'mobilevitv2', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'MobileViTV2Model', parameters: 80_414 })
  answers(test, { last_hidden_state: ['batch_size', 64, 4, 4], pooler_output: ['batch_size', 64] })
  shows(test, 'alone')
  answersBySkill(test, mobilevitv2.imageFeatureExtraction)
})

describe('image-segmentation', () => {
  const test = modelTest({ model: 'mobilevitv2', task: 'image-segmentation' })

  loadsAs(test, { architecture: 'MobileViTV2ForSemanticSegmentation', parameters: 111_945 })
  answers(test, { logits: ['batch_size', 10, 4, 4] })
  shows(test, 'alone')
  answersBySkill(test, mobilevitv2.imageSegmentation)
})
