// Made by vitest-hardware 0.1.0 from f67acdba6b7ed83c; do not edit, "vitest-hardware generate" writes it anew.
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
import { mpt } from './mpt.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'mpt' })

  loadsAs(test, { architecture: 'MptForCausalLM', parameters: 28_859 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, mpt.textGeneration)
  isMadeOf(test, {
    Add: 10,
    Cast: 4,
    Concat: 4,
    CumSum: 1,
    Div: 2,
    Erf: 2,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 13,
    Max: 1,
    Mul: 10,
    Neg: 1,
    Range: 4,
    Reshape: 8,
    Shape: 5,
    Slice: 2,
    Softmax: 2,
    Split: 2,
    Sub: 5,
    Transpose: 11,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mpt', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MptModel', parameters: 28_857 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, mpt.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'mpt', task: 'pretraining' })

  loadsAs(test, { architecture: 'MptForCausalLM', parameters: 28_859 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, mpt.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'mpt', task: 'text-classification' })

  loadsAs(test, { architecture: 'MptForSequenceClassification', parameters: 28_953 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, mpt.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'mpt', task: 'question-answering' })

  loadsAs(test, { architecture: 'MptForQuestionAnswering', parameters: 28_924 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, mpt.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'mpt', task: 'token-classification' })

  loadsAs(test, { architecture: 'MptForTokenClassification', parameters: 28_956 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, mpt.tokenClassification)
})
