// Made by vitest-hardware 0.1.0 from a64b33dcd197473f; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen2Moe } from './qwen2_moe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'qwen2_moe' })

  loadsAs(test, { architecture: 'Qwen2MoeForCausalLM', parameters: 68_353 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, qwen2Moe.textGeneration)
  isMadeOf(test, {
    Add: 33,
    Cast: 2,
    Concat: 10,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 59,
    Mul: 66,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 16,
    Softmax: 4,
    Split: 6,
    Sqrt: 5,
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
  const test = modelTest({ model: 'qwen2_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen2MoeModel', parameters: 64_258 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, qwen2Moe.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'qwen2_moe', task: 'text-classification' })

  loadsAs(test, { architecture: 'Qwen2MoeForSequenceClassification', parameters: 64_354 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, qwen2Moe.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'qwen2_moe', task: 'question-answering' })

  loadsAs(test, { architecture: 'Qwen2MoeForQuestionAnswering', parameters: 64_324 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, qwen2Moe.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'qwen2_moe', task: 'token-classification' })

  loadsAs(test, { architecture: 'Qwen2MoeForTokenClassification', parameters: 64_357 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, qwen2Moe.tokenClassification)
})
