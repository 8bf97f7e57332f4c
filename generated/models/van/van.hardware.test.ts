// Made by vitest-hardware 0.1.0 from 6bfc97f2b1eed172; do not edit, "vitest-hardware generate" writes it anew.
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
import { van } from './van.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'van' })

  loadsAs(test, { architecture: 'VanForImageClassification', parameters: 58_601 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, van.imageClassification)
  isMadeOf(test, {
    Add: 26,
    BatchNormalization: 14,
    Conv: 44,
    Div: 10,
    Erf: 10,
    Identity: 1,
    LayerNormalization: 4,
    MatMul: 1,
    Mul: 35,
    ReduceMean: 1,
    Transpose: 8,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'van', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'VanModel', parameters: 58_271 })
  answers(test, { last_hidden_state: ['batch_size', 32, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, van.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'van', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'VanModel', parameters: 58_271 })
  answers(test, { last_hidden_state: ['batch_size', 32, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, van.imageFeatureExtraction)
})
