// Made by vitest-hardware 0.1.0 from 03135c35fda20c0d; do not edit, "vitest-hardware generate" writes it anew.
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
import { glm46v } from './glm46v.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'glm46v' })

  loadsAs(test, { architecture: 'Glm46VForConditionalGeneration', parameters: 69_543 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, glm46v.imageTextToText)
  isMadeOf(test, {
    Add: 42,
    Cast: 3,
    Concat: 18,
    Conv: 2,
    CumSum: 1,
    Div: 20,
    Equal: 1,
    Erf: 1,
    Expand: 6,
    Gather: 26,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 1,
    LessOrEqual: 1,
    MatMul: 35,
    Max: 1,
    Min: 1,
    Mul: 66,
    Neg: 8,
    Range: 4,
    ReduceMean: 15,
    Reshape: 36,
    Resize: 1,
    Shape: 4,
    Sigmoid: 5,
    Slice: 8,
    Softmax: 4,
    Split: 8,
    Sqrt: 15,
    Squeeze: 2,
    Sub: 4,
    Transpose: 25,
    Unsqueeze: 21,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'glm46v', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Glm46VModel', parameters: 65_447 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, glm46v.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'glm46v', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Glm46VForConditionalGeneration', parameters: 69_543 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, glm46v.anyToAny)
})
