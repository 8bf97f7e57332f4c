// Made by vitest-hardware 0.1.0 from fe4e5ae785af49bb; do not edit, "vitest-hardware generate" writes it anew.
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
import { mistral3 } from './mistral3.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'mistral3' })

  loadsAs(test, { architecture: 'Mistral3ForConditionalGeneration', parameters: 63_954 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mistral3.imageTextToText)
  isMadeOf(test, {
    Add: 30,
    Cast: 3,
    Concat: 13,
    Conv: 1,
    CumSum: 1,
    Div: 12,
    Equal: 1,
    Erf: 1,
    Expand: 4,
    Gather: 10,
    GatherND: 1,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 40,
    Max: 1,
    Min: 1,
    Mul: 54,
    Neg: 8,
    Range: 2,
    ReduceMean: 11,
    Reshape: 24,
    Shape: 4,
    Sigmoid: 4,
    Softmax: 4,
    Split: 8,
    Sqrt: 11,
    Sub: 4,
    Transpose: 22,
    Unsqueeze: 12,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mistral3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Mistral3Model', parameters: 59_858 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, mistral3.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'mistral3', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Mistral3ForConditionalGeneration', parameters: 63_954 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mistral3.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'mistral3', task: 'pretraining' })

  loadsAs(test, { architecture: 'Mistral3ForConditionalGeneration', parameters: 63_954 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mistral3.pretraining)
})
