// Made by vitest-hardware 0.1.0 from cf4ffb7c598134f8; do not edit, "vitest-hardware generate" writes it anew.
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
import { deepseekV3 } from './deepseek_v3.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'deepseek_v3' })

  loadsAs(test, { architecture: 'DeepseekV3ForCausalLM', parameters: 53_523 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, deepseekV3.textGeneration)
  isMadeOf(test, {
    Add: 29,
    Cast: 2,
    Concat: 16,
    Div: 10,
    Expand: 2,
    Gather: 5,
    GatherElements: 1,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 46,
    Mul: 63,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    ReduceSum: 2,
    Reshape: 8,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 11,
    Slice: 8,
    Softmax: 2,
    Split: 11,
    Sqrt: 9,
    Sub: 2,
    TopK: 3,
    Transpose: 8,
    Unsqueeze: 7,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'deepseek_v3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DeepseekV3Model', parameters: 49_427 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, deepseekV3.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'deepseek_v3', task: 'text-classification' })

  loadsAs(test, { architecture: 'DeepseekV3ForSequenceClassification', parameters: 49_523 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, deepseekV3.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'deepseek_v3', task: 'token-classification' })

  loadsAs(test, { architecture: 'DeepseekV3ForTokenClassification', parameters: 49_526 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, deepseekV3.tokenClassification)
})
