// Made by vitest-hardware 0.1.0 from 6aa3411aee5c485b; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen3Next } from './qwen3_next.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'qwen3_next' })

  loadsAs(test, { architecture: 'Qwen3NextForCausalLM', parameters: 49_223 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, qwen3Next.textGeneration)
  isMadeOf(test, {
    Add: 33,
    Cast: 4,
    Concat: 8,
    ConstantOfShape: 1,
    Conv: 1,
    CumSum: 1,
    Div: 12,
    Exp: 2,
    Expand: 4,
    Gather: 5,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 44,
    Max: 1,
    Mul: 65,
    Neg: 3,
    Range: 2,
    ReduceMean: 8,
    ReduceSum: 4,
    Reshape: 22,
    Scan: 1,
    ScatterElements: 2,
    Shape: 3,
    Sigmoid: 16,
    Softmax: 3,
    Softplus: 1,
    Split: 10,
    Sqrt: 10,
    Sub: 3,
    TopK: 2,
    Transpose: 7,
    Unsqueeze: 14,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'qwen3_next', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen3NextModel', parameters: 45_127 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, qwen3Next.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'qwen3_next', task: 'text-classification' })

  loadsAs(test, { architecture: 'Qwen3NextForSequenceClassification', parameters: 45_223 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, qwen3Next.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'qwen3_next', task: 'token-classification' })

  loadsAs(test, { architecture: 'Qwen3NextForTokenClassification', parameters: 45_226 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, qwen3Next.tokenClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'qwen3_next', task: 'question-answering' })

  loadsAs(test, { architecture: 'Qwen3NextForQuestionAnswering', parameters: 45_193 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, qwen3Next.questionAnswering)
})
