// Made by vitest-hardware 0.1.0 from f2666ed8d74d5e1a; do not edit, "vitest-hardware generate" writes it anew.
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
import { jamba } from './jamba.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'jamba' })

  loadsAs(test, { architecture: 'JambaForCausalLM', parameters: 50_712 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, jamba.textGeneration)
  isMadeOf(test, {
    Add: 18,
    Cast: 4,
    Concat: 1,
    ConstantOfShape: 1,
    Conv: 1,
    CumSum: 1,
    Div: 8,
    Exp: 2,
    Expand: 2,
    Gather: 3,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 27,
    Max: 1,
    Mul: 43,
    Neg: 1,
    Range: 2,
    ReduceMean: 8,
    Reshape: 6,
    Scan: 1,
    ScatterElements: 1,
    Shape: 3,
    Sigmoid: 7,
    Softmax: 2,
    Softplus: 1,
    Split: 3,
    Sqrt: 8,
    Sub: 3,
    TopK: 1,
    Transpose: 7,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'jamba', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'JambaModel', parameters: 46_616 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, jamba.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'jamba', task: 'text-classification' })

  loadsAs(test, { architecture: 'JambaForSequenceClassification', parameters: 46_712 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, jamba.textClassification)
})
