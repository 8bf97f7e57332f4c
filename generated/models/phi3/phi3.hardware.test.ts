// Made by vitest-hardware 0.1.0 from 89a10a303332c543; do not edit, "vitest-hardware generate" writes it anew.
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
import { phi3 } from './phi3.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'phi3' })

  loadsAs(test, { architecture: 'Phi3ForCausalLM', parameters: 32_949 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, phi3.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 3,
    Concat: 10,
    Div: 5,
    Gather: 5,
    Identity: 5,
    Less: 1,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 27,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 8,
    Sqrt: 5,
    Sub: 3,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'phi3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Phi3Model', parameters: 28_854 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, phi3.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'phi3', task: 'text-classification' })

  loadsAs(test, { architecture: 'Phi3ForSequenceClassification', parameters: 28_950 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, phi3.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'phi3', task: 'token-classification' })

  loadsAs(test, { architecture: 'Phi3ForTokenClassification', parameters: 28_953 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, phi3.tokenClassification)
})
