// Made by vitest-hardware 0.1.0 from de71d2d9f475f078; do not edit, "vitest-hardware generate" writes it anew.
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
import { exaoneMoe } from './exaone_moe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'exaone_moe' })

  loadsAs(test, { architecture: 'ExaoneMoeForCausalLM', parameters: 46_504 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, exaoneMoe.textGeneration)
  isMadeOf(test, {
    Add: 24,
    Cast: 5,
    Concat: 8,
    Div: 10,
    Expand: 4,
    Gather: 7,
    GatherElements: 1,
    Identity: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 38,
    Mul: 53,
    Neg: 2,
    Range: 4,
    ReduceMean: 9,
    ReduceSum: 1,
    Reshape: 12,
    ScatterElements: 1,
    Shape: 4,
    Sigmoid: 9,
    Softmax: 2,
    Split: 3,
    Sqrt: 9,
    Sub: 5,
    TopK: 1,
    Transpose: 10,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'exaone_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ExaoneMoeModel', parameters: 42_409 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, exaoneMoe.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'exaone_moe', task: 'pretraining' })

  loadsAs(test, { architecture: 'ExaoneMoeForCausalLM', parameters: 46_504 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, exaoneMoe.pretraining)
})
