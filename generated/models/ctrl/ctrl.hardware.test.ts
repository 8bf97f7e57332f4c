// Made by vitest-hardware 0.1.0 from 530268337955192b; do not edit, "vitest-hardware generate" writes it anew.
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
import { ctrl } from './ctrl.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'ctrl' })

  loadsAs(test, { architecture: 'CTRLLMHeadModel', parameters: 37_776 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, ctrl.textGeneration)
  isMadeOf(test, {
    Add: 20,
    Cast: 2,
    Concat: 4,
    Gather: 4,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 5,
    Range: 2,
    Relu: 2,
    Reshape: 8,
    Shape: 2,
    Softmax: 2,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'ctrl', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'CTRLModel', parameters: 37_649 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, ctrl.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'ctrl', task: 'pretraining' })

  loadsAs(test, { architecture: 'CTRLLMHeadModel', parameters: 37_776 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, ctrl.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'ctrl', task: 'text-classification' })

  loadsAs(test, { architecture: 'CTRLForSequenceClassification', parameters: 37_745 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, ctrl.textClassification)
})
