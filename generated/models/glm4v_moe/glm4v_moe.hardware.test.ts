// Made by vitest-hardware 0.1.0 from 2dd04476a312093f; do not edit, "vitest-hardware generate" writes it anew.
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
import { glm4vMoe } from './glm4v_moe.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'glm4v_moe' })

  loadsAs(test, { architecture: 'Glm4vMoeForConditionalGeneration', parameters: 74_926 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, glm4vMoe.imageTextToText)
  isMadeOf(test, {
    Add: 44,
    Cast: 3,
    Concat: 18,
    Conv: 2,
    CumSum: 1,
    Div: 17,
    Equal: 1,
    Erf: 1,
    Expand: 6,
    Gather: 26,
    GatherElements: 1,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 1,
    LessOrEqual: 1,
    MatMul: 50,
    Max: 1,
    Min: 1,
    Mul: 75,
    Neg: 8,
    Range: 4,
    ReduceMean: 11,
    ReduceSum: 2,
    Reshape: 34,
    Resize: 1,
    ScatterElements: 2,
    Shape: 4,
    Sigmoid: 10,
    Softmax: 4,
    Split: 11,
    Sqrt: 11,
    Squeeze: 2,
    Sub: 4,
    TopK: 3,
    Transpose: 25,
    Unsqueeze: 14,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'glm4v_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Glm4vMoeModel', parameters: 70_830 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, glm4vMoe.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'glm4v_moe', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Glm4vMoeForConditionalGeneration', parameters: 74_926 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, glm4vMoe.anyToAny)
})
