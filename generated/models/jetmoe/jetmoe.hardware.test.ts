// Made by vitest-hardware 0.1.0 from 84eaa4d122cc3342; do not edit, "vitest-hardware generate" writes it anew.
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
import { jetmoe } from './jetmoe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'jetmoe' })

  loadsAs(test, { architecture: 'JetMoeForCausalLM', parameters: 72_499 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, jetmoe.textGeneration)
  isMadeOf(test, {
    Add: 43,
    Cast: 2,
    Concat: 16,
    Div: 5,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 55,
    Mul: 76,
    Neg: 10,
    Range: 2,
    ReduceMean: 5,
    Reshape: 20,
    ScatterElements: 4,
    Shape: 2,
    Sigmoid: 8,
    Softmax: 12,
    Split: 24,
    Sqrt: 5,
    Sub: 2,
    TopK: 4,
    Transpose: 22,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'jetmoe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'JetMoeModel', parameters: 68_404 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, jetmoe.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'jetmoe', task: 'text-classification' })

  loadsAs(test, { architecture: 'JetMoeForSequenceClassification', parameters: 68_500 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, jetmoe.textClassification)
})
