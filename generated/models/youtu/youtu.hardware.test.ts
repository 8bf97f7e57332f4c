// Made by vitest-hardware 0.1.0 from 877cb03a43ce55cf; do not edit, "vitest-hardware generate" writes it anew.
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
import { youtu } from './youtu.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'youtu' })

  loadsAs(test, { architecture: 'YoutuForCausalLM', parameters: 27_650 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, youtu.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 16,
    Div: 9,
    Expand: 2,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 21,
    Mul: 34,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    Reshape: 6,
    Shape: 2,
    Sigmoid: 2,
    Slice: 8,
    Softmax: 2,
    Split: 10,
    Sqrt: 9,
    Sub: 2,
    Transpose: 9,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'youtu', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'YoutuModel', parameters: 27_650 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, youtu.featureExtraction)
})
