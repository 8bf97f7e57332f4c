// Made by vitest-hardware 0.1.0 from e90f80934ec4fb75; do not edit, "vitest-hardware generate" writes it anew.
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
import { stablelm } from './stablelm.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'stablelm' })

  loadsAs(test, { architecture: 'StableLmForCausalLM', parameters: 30_033 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, stablelm.textGeneration)
  isMadeOf(test, {
    Add: 10,
    Cast: 2,
    Concat: 14,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 16,
    Neg: 4,
    Range: 2,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 8,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'stablelm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'StableLmModel', parameters: 25_938 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, stablelm.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'stablelm', task: 'text-classification' })

  loadsAs(test, { architecture: 'StableLmForSequenceClassification', parameters: 26_034 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, stablelm.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'stablelm', task: 'token-classification' })

  loadsAs(test, { architecture: 'StableLmForTokenClassification', parameters: 26_037 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, stablelm.tokenClassification)
})
