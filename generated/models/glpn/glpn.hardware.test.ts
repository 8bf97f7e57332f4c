// Made by vitest-hardware 0.1.0 from 19f949cace59d48a; do not edit, "vitest-hardware generate" writes it anew.
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
import { glpn } from './glpn.skillset.ts'

describe('depth-estimation', () => {
  const test = modelTest({ model: 'glpn' })

  loadsAs(test, { architecture: 'GLPNForDepthEstimation', parameters: 72_722 })
  answers(test, { predicted_depth: ['batch_size', 64, 64] })
  shows(test, 'alone')
  answersBySkill(test, glpn.depthEstimation)
  isMadeOf(test, {
    Add: 39,
    BatchNormalization: 6,
    Concat: 3,
    Conv: 25,
    Div: 4,
    Erf: 4,
    Identity: 1,
    LayerNormalization: 19,
    MatMul: 32,
    Mul: 19,
    Relu: 7,
    Reshape: 38,
    Resize: 5,
    Sigmoid: 4,
    Softmax: 4,
    Split: 3,
    Squeeze: 1,
    Transpose: 42,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForDepthEstimation' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'glpn', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GLPNModel', parameters: 51_101 })
  answers(test, { last_hidden_state: ['batch_size', 32, 2, 2] })
  shows(test, 'alone')
  answersBySkill(test, glpn.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'glpn', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'GLPNModel', parameters: 51_101 })
  answers(test, { last_hidden_state: ['batch_size', 32, 2, 2] })
  shows(test, 'alone')
  answersBySkill(test, glpn.imageFeatureExtraction)
})
