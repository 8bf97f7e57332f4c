// Made by vitest-hardware 0.1.0 from 23b3f2b9424ba798; do not edit, "vitest-hardware generate" writes it anew.
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
import { swiftformer } from './swiftformer.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'swiftformer' })

  loadsAs(test, { architecture: 'SwiftFormerForImageClassification', parameters: 59_643 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, swiftformer.imageClassification)
  isMadeOf(test, {
    Add: 51,
    BatchNormalization: 18,
    Conv: 37,
    Div: 21,
    Erf: 12,
    Identity: 1,
    MatMul: 22,
    Max: 8,
    Mul: 52,
    ReduceL2: 8,
    ReduceMean: 1,
    ReduceSum: 4,
    Relu: 2,
    Reshape: 9,
    Softmax: 4,
    Transpose: 9,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'swiftformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SwiftFormerModel', parameters: 58_854 })
  answers(test, { last_hidden_state: ['batch_size', 32, 2, 2] })
  shows(test, 'alone')
  answersBySkill(test, swiftformer.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'swiftformer', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'SwiftFormerModel', parameters: 58_854 })
  answers(test, { last_hidden_state: ['batch_size', 32, 2, 2] })
  shows(test, 'alone')
  answersBySkill(test, swiftformer.imageFeatureExtraction)
})
