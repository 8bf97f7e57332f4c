// Made by vitest-hardware 0.1.0 from b5a8fb7e792dedd4; do not edit, "vitest-hardware generate" writes it anew.
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
import { imagegpt } from './imagegpt.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'imagegpt' })

  loadsAs(test, { architecture: 'ImageGPTForImageClassification', parameters: 29_779 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, imagegpt.imageClassification)
  isMadeOf(test, {
    Add: 21,
    Cast: 1,
    Div: 5,
    Gather: 4,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 17,
    Range: 3,
    ReduceMean: 6,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 2,
    Sqrt: 5,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'imagegpt', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ImageGPTModel', parameters: 29_459 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, imagegpt.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'imagegpt', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'ImageGPTModel', parameters: 29_459 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, imagegpt.imageFeatureExtraction)
})

describe('causal-image-modeling', () => {
  const test = modelTest({ model: 'imagegpt', task: 'causal-image-modeling' })

  loadsAs(test, { architecture: 'ImageGPTForCausalImageModeling', parameters: 31_506 })
  answers(test, { logits: ['batch_size', 'sequence_length', 64] })
  shows(test, 'alone')
  answersBySkill(test, imagegpt.causalImageModeling)
})
