// Made by vitest-hardware 0.1.0 from 106d590e2d36853b; do not edit, "vitest-hardware generate" writes it anew.
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
import { openLlama } from './open-llama.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'open-llama' })

  loadsAs(test, { architecture: 'OpenLlamaForCausalLM', parameters: 28_913 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, openLlama.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 2,
    Concat: 10,
    Div: 5,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 1,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 26,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'open-llama', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'OpenLlamaModel', parameters: 28_914 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, openLlama.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'open-llama', task: 'text-classification' })

  loadsAs(test, { architecture: 'OpenLlamaForSequenceClassification', parameters: 29_010 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, openLlama.textClassification)
})
