// Made by vitest-hardware 0.1.0 from 4c4b665c5d86f6f8; do not edit, "vitest-hardware generate" writes it anew.
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
import { deepseekV2 } from './deepseek_v2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'deepseek_v2' })

  loadsAs(test, { architecture: 'DeepseekV2ForCausalLM', parameters: 52_751 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, deepseekV2.textGeneration)
  isMadeOf(test, {
    Add: 28,
    Cast: 2,
    Concat: 12,
    Div: 9,
    Expand: 2,
    Gather: 5,
    GatherElements: 1,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 46,
    Mul: 63,
    Neg: 4,
    Range: 2,
    ReduceMax: 1,
    ReduceMean: 9,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 10,
    Slice: 8,
    Softmax: 3,
    Split: 7,
    Sqrt: 9,
    Sub: 2,
    TopK: 2,
    Transpose: 8,
    Unsqueeze: 15,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'deepseek_v2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DeepseekV2Model', parameters: 48_655 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, deepseekV2.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'deepseek_v2', task: 'text-classification' })

  loadsAs(test, { architecture: 'DeepseekV2ForSequenceClassification', parameters: 48_751 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, deepseekV2.textClassification)
})
