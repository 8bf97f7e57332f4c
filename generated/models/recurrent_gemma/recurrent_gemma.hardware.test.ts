// Made by vitest-hardware 0.1.0 from ec77fea1f7ec6dc5; do not edit, "vitest-hardware generate" writes it anew.
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
import { recurrentGemma } from './recurrent_gemma.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'recurrent_gemma' })

  loadsAs(test, { architecture: 'RecurrentGemmaForCausalLM', parameters: 26_379 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, recurrentGemma.textGeneration)
  isMadeOf(test, {
    Add: 55,
    Cast: 7,
    Concat: 8,
    ConstantOfShape: 2,
    Conv: 2,
    CumSum: 1,
    Div: 8,
    Equal: 2,
    Exp: 4,
    Expand: 2,
    Gather: 7,
    Identity: 1,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 26,
    Max: 3,
    Mul: 75,
    Neg: 2,
    Range: 4,
    ReduceMean: 7,
    Reshape: 12,
    Scan: 2,
    Shape: 6,
    Sigmoid: 4,
    Softmax: 1,
    Softplus: 2,
    Split: 4,
    Sqrt: 9,
    Sub: 10,
    Tanh: 6,
    Transpose: 16,
    Unsqueeze: 14,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'recurrent_gemma', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'RecurrentGemmaModel', parameters: 26_378 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, recurrentGemma.featureExtraction)
})
