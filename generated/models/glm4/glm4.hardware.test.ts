// Made by vitest-hardware 0.1.0 from d8e4e319c653dd33; do not edit, "vitest-hardware generate" writes it anew.
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
import { glm4 } from './glm4.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'glm4' })

  loadsAs(test, { architecture: 'Glm4ForCausalLM', parameters: 41_543 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, glm4.textGeneration)
  isMadeOf(test, {
    Add: 25,
    Cast: 2,
    Concat: 12,
    Div: 9,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 34,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    Reshape: 16,
    Shape: 2,
    Sigmoid: 2,
    Slice: 8,
    Softmax: 2,
    Split: 6,
    Sqrt: 9,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 16,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'glm4', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Glm4Model', parameters: 37_447 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, glm4.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'glm4', task: 'text-classification' })

  loadsAs(test, { architecture: 'Glm4ForSequenceClassification', parameters: 37_543 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, glm4.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'glm4', task: 'token-classification' })

  loadsAs(test, { architecture: 'Glm4ForTokenClassification', parameters: 37_546 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, glm4.tokenClassification)
})
