// Made by vitest-hardware 0.1.0 from 30f6f2d8afdae182; do not edit, "vitest-hardware generate" writes it anew.
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
import { zamba } from './zamba.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'zamba' })

  loadsAs(test, { architecture: 'ZambaForCausalLM', parameters: 52_035 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, zamba.textGeneration)
  isMadeOf(test, {
    Add: 26,
    Cast: 8,
    Concat: 11,
    ConstantOfShape: 6,
    Conv: 3,
    CumSum: 1,
    Div: 10,
    Erf: 2,
    Exp: 9,
    Gather: 3,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 39,
    Max: 1,
    Mul: 62,
    Neg: 3,
    Range: 2,
    ReduceMean: 8,
    Reshape: 11,
    Scan: 6,
    Shape: 8,
    Sigmoid: 6,
    Softmax: 2,
    Softplus: 6,
    Split: 24,
    Sqrt: 8,
    Squeeze: 30,
    Sub: 3,
    Transpose: 17,
    Unsqueeze: 32,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.1 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'zamba', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ZambaModel', parameters: 52_035 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, zamba.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'zamba', task: 'text-classification' })

  loadsAs(test, { architecture: 'ZambaForSequenceClassification', parameters: 52_131 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, zamba.textClassification)
})
