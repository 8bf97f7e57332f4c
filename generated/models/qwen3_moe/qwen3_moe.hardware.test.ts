// Made by vitest-hardware 0.1.0 from 3a108ddf7f692678; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen3Moe } from './qwen3_moe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'qwen3_moe' })

  loadsAs(test, { architecture: 'Qwen3MoeForCausalLM', parameters: 66_177 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, qwen3Moe.textGeneration)
  isMadeOf(test, {
    Add: 29,
    Cast: 2,
    Concat: 10,
    Div: 11,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 51,
    Mul: 68,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    ReduceSum: 2,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 12,
    Softmax: 4,
    Split: 6,
    Sqrt: 9,
    Sub: 2,
    TopK: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'qwen3_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen3MoeModel', parameters: 62_082 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, qwen3Moe.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'qwen3_moe', task: 'text-classification' })

  loadsAs(test, { architecture: 'Qwen3MoeForSequenceClassification', parameters: 62_178 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, qwen3Moe.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'qwen3_moe', task: 'question-answering' })

  loadsAs(test, { architecture: 'Qwen3MoeForQuestionAnswering', parameters: 62_148 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, qwen3Moe.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'qwen3_moe', task: 'token-classification' })

  loadsAs(test, { architecture: 'Qwen3MoeForTokenClassification', parameters: 62_181 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, qwen3Moe.tokenClassification)
})
