// Made by vitest-hardware 0.1.0 from 5e79fe7359b392b8; do not edit, "vitest-hardware generate" writes it anew.
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
import { mobilevit } from './mobilevit.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'mobilevit' })

  loadsAs(test, { architecture: 'MobileViTForImageClassification', parameters: 115_397 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, mobilevit.imageClassification)
  isMadeOf(test, {
    Add: 76,
    BatchNormalization: 32,
    Concat: 3,
    Conv: 35,
    Identity: 1,
    LayerNormalization: 21,
    MatMul: 73,
    Mul: 43,
    ReduceMean: 1,
    Reshape: 48,
    Sigmoid: 34,
    Softmax: 9,
    Transpose: 51,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mobilevit', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MobileViTModel', parameters: 115_067 })
  answers(test, { last_hidden_state: ['batch_size', 32, 4, 4], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, mobilevit.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'mobilevit', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'MobileViTModel', parameters: 115_067 })
  answers(test, { last_hidden_state: ['batch_size', 32, 4, 4], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, mobilevit.imageFeatureExtraction)
})

describe('image-segmentation', () => {
  const test = modelTest({ model: 'mobilevit', task: 'image-segmentation' })

  loadsAs(test, { architecture: 'MobileViTForSemanticSegmentation', parameters: 127_142 })
  answers(test, { logits: ['batch_size', 10, 4, 4] })
  shows(test, 'alone')
  answersBySkill(test, mobilevit.imageSegmentation)
})
