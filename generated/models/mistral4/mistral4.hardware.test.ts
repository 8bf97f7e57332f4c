// Made by vitest-hardware 0.1.0 from e8b5f15adcb7bedb; do not edit, "vitest-hardware generate" writes it anew.
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
import { mistral4 } from './mistral4.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'mistral4' })

  loadsAs(test, { architecture: 'Mistral4ForCausalLM', parameters: 75_278 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, mistral4.imageTextToText)
  isMadeOf(test, {
    Add: 41,
    Cast: 4,
    Concat: 16,
    Div: 13,
    Expand: 2,
    Floor: 2,
    Gather: 5,
    GatherElements: 2,
    Identity: 5,
    LessOrEqual: 1,
    Log: 2,
    MatMul: 71,
    Mul: 94,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    ReduceSum: 4,
    Reshape: 10,
    ScatterElements: 4,
    Shape: 2,
    Sigmoid: 18,
    Slice: 8,
    Softmax: 4,
    Split: 12,
    Sqrt: 9,
    Sub: 2,
    TopK: 6,
    Transpose: 8,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mistral4', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Mistral4Model', parameters: 71_182 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, mistral4.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'mistral4', task: 'pretraining' })

  loadsAs(test, { architecture: 'Mistral4ForCausalLM', parameters: 75_278 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, mistral4.pretraining)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'mistral4', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Mistral4ForCausalLM', parameters: 75_278 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, mistral4.anyToAny)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'mistral4', task: 'text-classification' })

  loadsAs(test, { architecture: 'Mistral4ForSequenceClassification', parameters: 71_278 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, mistral4.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'mistral4', task: 'token-classification' })

  loadsAs(test, { architecture: 'Mistral4ForTokenClassification', parameters: 71_281 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, mistral4.tokenClassification)
})
