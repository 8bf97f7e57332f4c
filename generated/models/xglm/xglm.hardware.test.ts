// Made by vitest-hardware 0.1.0 from b05f21eadc1b30ff; do not edit, "vitest-hardware generate" writes it anew.
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
import { xglm } from './xglm.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'xglm' })

  loadsAs(test, { architecture: 'XGLMForCausalLM', parameters: 46_035 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, xglm.textGeneration)
  isMadeOf(test, {
    Add: 22,
    Cast: 2,
    Concat: 4,
    Div: 2,
    Erf: 2,
    Gather: 4,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 9,
    Range: 2,
    Reshape: 8,
    Shape: 2,
    Softmax: 2,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'xglm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'XGLMModel', parameters: 46_036 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, xglm.featureExtraction)
})
