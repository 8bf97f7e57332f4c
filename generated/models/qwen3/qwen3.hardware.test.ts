// Made by vitest-hardware 0.1.0 from 2cd28749e403583b; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen3 } from './qwen3.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'qwen3' })

  loadsAs(test, { architecture: 'Qwen3ForCausalLM', parameters: 41_215 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, qwen3.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 10,
    Div: 9,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 34,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    Reshape: 12,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 9,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'qwen3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen3Model', parameters: 37_120 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, qwen3.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'qwen3', task: 'text-classification' })

  loadsAs(test, { architecture: 'Qwen3ForSequenceClassification', parameters: 37_216 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, qwen3.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'qwen3', task: 'question-answering' })

  loadsAs(test, { architecture: 'Qwen3ForQuestionAnswering', parameters: 37_186 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, qwen3.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'qwen3', task: 'token-classification' })

  loadsAs(test, { architecture: 'Qwen3ForTokenClassification', parameters: 37_219 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, qwen3.tokenClassification)
})
