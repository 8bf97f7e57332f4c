// Made by vitest-hardware 0.1.0 from f04310a1f5df29a3; do not edit, "vitest-hardware generate" writes it anew.
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
import { nanochat } from './nanochat.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'nanochat' })

  loadsAs(test, { architecture: 'NanoChatForCausalLM', parameters: 40_978 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, nanochat.textGeneration)
  isMadeOf(test, {
    Add: 20,
    Cast: 2,
    Concat: 8,
    Div: 11,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 25,
    Neg: 4,
    Range: 2,
    ReduceMean: 10,
    Relu: 2,
    Reshape: 8,
    Shape: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 10,
    Sub: 2,
    Tanh: 1,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'nanochat', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'NanoChatModel', parameters: 36_882 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, nanochat.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'nanochat', task: 'pretraining' })

  loadsAs(test, { architecture: 'NanoChatForCausalLM', parameters: 40_978 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, nanochat.pretraining)
})
