// Made by vitest-hardware 0.1.0 from 43e0b82fdd765454; do not edit, "vitest-hardware generate" writes it anew.
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
import { hunyuanV1Moe } from './hunyuan_v1_moe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'hunyuan_v1_moe' })

  loadsAs(test, { architecture: 'HunYuanMoEV1ForCausalLM', parameters: 100_960 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, hunyuanV1Moe.textGeneration)
  isMadeOf(test, {
    Add: 31,
    Cast: 2,
    Concat: 10,
    Div: 11,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 57,
    Mul: 72,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    ReduceSum: 2,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 14,
    Softmax: 4,
    Split: 6,
    Sqrt: 9,
    Sub: 2,
    TopK: 2,
    Transpose: 11,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'hunyuan_v1_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'HunYuanMoEV1Model', parameters: 100_961 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, hunyuanV1Moe.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'hunyuan_v1_moe', task: 'text-classification' })

  loadsAs(test, { architecture: 'HunYuanMoEV1ForSequenceClassification', parameters: 101_057 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, hunyuanV1Moe.textClassification)
})
