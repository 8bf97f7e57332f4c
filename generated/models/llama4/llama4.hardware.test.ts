// Made by vitest-hardware 0.1.0 from 50c6945f1385d50a; do not edit, "vitest-hardware generate" writes it anew.
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
import { llama4 } from './llama4.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'llama4' })

  loadsAs(test, { architecture: 'Llama4ForConditionalGeneration', parameters: 106_036 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llama4.imageTextToText)
  isMadeOf(test, {
    Add: 51,
    Cast: 4,
    Concat: 9,
    CumSum: 1,
    Div: 13,
    Equal: 2,
    Erf: 4,
    Expand: 5,
    Floor: 1,
    Gather: 8,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 6,
    LessOrEqual: 1,
    Log: 1,
    MatMul: 65,
    Max: 1,
    Min: 1,
    Mul: 70,
    Neg: 6,
    Range: 3,
    ReduceMean: 7,
    Reshape: 31,
    ScatterElements: 2,
    Shape: 6,
    Sigmoid: 12,
    Slice: 13,
    Softmax: 4,
    Split: 2,
    Sqrt: 7,
    Sub: 4,
    TopK: 2,
    Transpose: 22,
    Unsqueeze: 25,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'llama4', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Llama4ForConditionalGeneration', parameters: 106_036 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llama4.anyToAny)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'llama4', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Llama4ForConditionalGeneration', parameters: 106_036 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llama4.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'llama4', task: 'text-generation' })

  loadsAs(test, { architecture: 'Llama4ForCausalLM', parameters: 69_067 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llama4.textGeneration)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'llama4', task: 'text-encoding' })

  loadsAs(test, { architecture: 'Llama4TextModel', parameters: 64_971 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, llama4.textEncoding)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'llama4', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'Llama4VisionModel', parameters: 36_217 })
  answers(test, { last_hidden_state: ['batch_size', 4, 24] })
  shows(test, 'alone')
  answersBySkill(test, llama4.imageFeatureExtraction)
})
