// Made by vitest-hardware 0.1.0 from 0e4837c801cf31cb; do not edit, "vitest-hardware generate" writes it anew.
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
import { minimax } from './minimax.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'minimax' })

  loadsAs(test, { architecture: 'MiniMaxForCausalLM', parameters: 57_964 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, minimax.textGeneration)
  isMadeOf(test, {
    Add: 23,
    Cast: 5,
    Concat: 4,
    CumSum: 1,
    Div: 8,
    Exp: 1,
    Expand: 2,
    Gather: 5,
    GreaterOrEqual: 1,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 50,
    Max: 2,
    Mul: 64,
    Neg: 2,
    Range: 3,
    ReduceMean: 6,
    ReduceSum: 2,
    Reshape: 10,
    ScatterElements: 2,
    Shape: 3,
    Sigmoid: 14,
    Softmax: 3,
    Split: 5,
    Sqrt: 6,
    Squeeze: 1,
    Sub: 4,
    TopK: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'minimax', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MiniMaxModel', parameters: 53_868 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, minimax.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'minimax', task: 'text-classification' })

  loadsAs(test, { architecture: 'MiniMaxForSequenceClassification', parameters: 53_964 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, minimax.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'minimax', task: 'token-classification' })

  loadsAs(test, { architecture: 'MiniMaxForTokenClassification', parameters: 53_967 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, minimax.tokenClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'minimax', task: 'question-answering' })

  loadsAs(test, { architecture: 'MiniMaxForQuestionAnswering', parameters: 53_934 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, minimax.questionAnswering)
})
