// Made by vitest-hardware 0.1.0 from d4df33b18221ea98; do not edit, "vitest-hardware generate" writes it anew.
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
import { biogpt } from './biogpt.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'biogpt' })

  loadsAs(test, { architecture: 'BioGptForCausalLM', parameters: 37_717 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, biogpt.textGeneration)
  isMadeOf(test, {
    Add: 22,
    Cast: 2,
    Concat: 4,
    CumSum: 1,
    Div: 2,
    Erf: 2,
    Gather: 4,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Max: 1,
    Mul: 9,
    Neg: 1,
    Range: 2,
    Reshape: 8,
    Shape: 3,
    Slice: 2,
    Softmax: 2,
    Sub: 3,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'biogpt', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BioGptModel', parameters: 37_715 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, biogpt.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'biogpt', task: 'text-classification' })

  loadsAs(test, { architecture: 'BioGptForSequenceClassification', parameters: 37_811 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, biogpt.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'biogpt', task: 'token-classification' })

  loadsAs(test, { architecture: 'BioGptForTokenClassification', parameters: 37_814 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, biogpt.tokenClassification)
})
