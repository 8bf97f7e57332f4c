// Made by vitest-hardware 0.1.0 from 52680a88e99c5f66; do not edit, "vitest-hardware generate" writes it anew.
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
import { hunyuanV1Dense } from './hunyuan_v1_dense.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'hunyuan_v1_dense' })

  loadsAs(test, { architecture: 'HunYuanDenseV1ForCausalLM', parameters: 26_847 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, hunyuanV1Dense.textGeneration)
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
    Transpose: 11,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'hunyuan_v1_dense', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'HunYuanDenseV1Model', parameters: 26_848 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, hunyuanV1Dense.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'hunyuan_v1_dense', task: 'text-classification' })

  loadsAs(test, { architecture: 'HunYuanDenseV1ForSequenceClassification', parameters: 26_944 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, hunyuanV1Dense.textClassification)
})
