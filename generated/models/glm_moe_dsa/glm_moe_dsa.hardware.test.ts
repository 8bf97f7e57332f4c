// Made by vitest-hardware 0.1.0 from fcc2b4ab7f667ce8; do not edit, "vitest-hardware generate" writes it anew.
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
import { glmMoeDsa } from './glm_moe_dsa.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'glm_moe_dsa' })

  loadsAs(test, { architecture: 'GlmMoeDsaForCausalLM', parameters: 52_594 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, glmMoeDsa.textGeneration)
  isMadeOf(test, {
    Add: 34,
    Cast: 2,
    Concat: 24,
    Div: 10,
    Expand: 4,
    Gather: 9,
    GatherElements: 1,
    Identity: 1,
    LayerNormalization: 2,
    LessOrEqual: 1,
    MatMul: 48,
    Min: 4,
    Mul: 70,
    Neg: 8,
    Range: 2,
    ReduceMean: 9,
    ReduceSum: 3,
    Relu: 2,
    Reshape: 8,
    ScatterElements: 3,
    Shape: 6,
    Sigmoid: 9,
    Slice: 8,
    Softmax: 2,
    Split: 19,
    Sqrt: 9,
    Sub: 2,
    TopK: 3,
    Transpose: 14,
    Unsqueeze: 14,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'glm_moe_dsa', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GlmMoeDsaModel', parameters: 48_498 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, glmMoeDsa.featureExtraction)
})
