// Made by vitest-hardware 0.1.0 from 7fef4f4427b06741; do not edit, "vitest-hardware generate" writes it anew.
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
import { data2vecVision } from './data2vec-vision.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'data2vec-vision' })

  loadsAs(test, { architecture: 'Data2VecVisionForImageClassification', parameters: 42_914 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, data2vecVision.imageClassification)
  isMadeOf(test, {
    Add: 37,
    Concat: 2,
    Conv: 1,
    Div: 4,
    Erf: 4,
    Expand: 1,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 9,
    MatMul: 33,
    Mul: 20,
    ReduceMean: 1,
    Reshape: 17,
    Shape: 1,
    Slice: 1,
    Softmax: 4,
    Transpose: 25,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'data2vec-vision', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Data2VecVisionModel', parameters: 42_584 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, data2vecVision.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'data2vec-vision', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'Data2VecVisionModel', parameters: 42_584 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, data2vecVision.imageFeatureExtraction)
})

describe('image-segmentation', () => {
  const test = modelTest({ model: 'data2vec-vision', task: 'image-segmentation' })

  loadsAs(test, { architecture: 'Data2VecVisionForSemanticSegmentation', parameters: 144_855 })
  answers(test, { logits: ['batch_size', 10, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, data2vecVision.imageSegmentation)
})
