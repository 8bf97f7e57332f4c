// Made by vitest-hardware 0.1.0 from dea93c2683a00a6d; do not edit, "vitest-hardware generate" writes it anew.
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
import { gptOss } from './gpt_oss.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'gpt_oss' })

  loadsAs(test, { architecture: 'GptOssForCausalLM', parameters: 54_807 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gptOss.textGeneration)
  isMadeOf(test, {
    Add: 33,
    Cast: 5,
    Clip: 4,
    Concat: 12,
    Div: 5,
    Expand: 4,
    Gather: 7,
    Identity: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 19,
    Mul: 37,
    Neg: 4,
    Range: 4,
    ReduceMean: 5,
    ReduceSum: 2,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 4,
    Sigmoid: 2,
    Slice: 8,
    Softmax: 4,
    Split: 4,
    Sqrt: 5,
    Sub: 5,
    TopK: 2,
    Transpose: 12,
    Unsqueeze: 18,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'gpt_oss', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GptOssModel', parameters: 50_711 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, gptOss.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'gpt_oss', task: 'text-classification' })

  loadsAs(test, { architecture: 'GptOssForSequenceClassification', parameters: 50_807 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, gptOss.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'gpt_oss', task: 'token-classification' })

  loadsAs(test, { architecture: 'GptOssForTokenClassification', parameters: 50_810 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, gptOss.tokenClassification)
})
