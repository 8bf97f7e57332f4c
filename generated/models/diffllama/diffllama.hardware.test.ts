// Made by vitest-hardware 0.1.0 from 25cce1c78412c954; do not edit, "vitest-hardware generate" writes it anew.
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
import { diffllama } from './diffllama.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'diffllama' })

  loadsAs(test, { architecture: 'DiffLlamaForCausalLM', parameters: 30_979 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, diffllama.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 16,
    Div: 7,
    Exp: 4,
    Expand: 6,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 21,
    Mul: 36,
    Neg: 4,
    Range: 2,
    ReduceMean: 7,
    ReduceSum: 4,
    Reshape: 14,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 8,
    Sqrt: 7,
    Sub: 6,
    Transpose: 10,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'diffllama', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DiffLlamaModel', parameters: 26_884 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, diffllama.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'diffllama', task: 'text-classification' })

  loadsAs(test, { architecture: 'DiffLlamaForSequenceClassification', parameters: 26_980 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, diffllama.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'diffllama', task: 'question-answering' })

  loadsAs(test, { architecture: 'DiffLlamaForQuestionAnswering', parameters: 26_950 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, diffllama.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'diffllama', task: 'token-classification' })

  loadsAs(test, { architecture: 'DiffLlamaForTokenClassification', parameters: 26_983 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, diffllama.tokenClassification)
})
