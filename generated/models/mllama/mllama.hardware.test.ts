// Made by vitest-hardware 0.1.0 from 8d5ea95ac663ab65; do not edit, "vitest-hardware generate" writes it anew.
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
import { mllama } from './mllama.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'mllama' })

  loadsAs(test, { architecture: 'MllamaForConditionalGeneration', parameters: 94_554 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mllama.imageTextToText)
  isMadeOf(test, {
    Add: 45,
    Cast: 4,
    Concat: 9,
    Conv: 1,
    Div: 12,
    Erf: 3,
    Expand: 8,
    Gather: 9,
    Identity: 1,
    LayerNormalization: 8,
    LessOrEqual: 1,
    MatMul: 54,
    Mul: 59,
    Neg: 4,
    Pad: 1,
    Range: 2,
    ReduceMax: 1,
    ReduceMean: 9,
    Reshape: 48,
    Shape: 3,
    Sigmoid: 3,
    Slice: 2,
    Softmax: 6,
    Split: 4,
    Sqrt: 9,
    Sub: 5,
    Tanh: 7,
    Transpose: 32,
    Unsqueeze: 14,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mllama', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MllamaModel', parameters: 90_458 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, mllama.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'mllama', task: 'any-to-any' })

  loadsAs(test, { architecture: 'MllamaForConditionalGeneration', parameters: 94_554 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mllama.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'mllama', task: 'pretraining' })

  loadsAs(test, { architecture: 'MllamaForConditionalGeneration', parameters: 94_554 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mllama.pretraining)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'mllama', task: 'text-generation' })

  loadsAs(test, { architecture: 'MllamaForCausalLM', parameters: 31_167 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mllama.textGeneration)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'mllama', task: 'text-encoding' })

  loadsAs(test, { architecture: 'MllamaTextModel', parameters: 27_071 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, mllama.textEncoding)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'mllama', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'MllamaVisionModel', parameters: 52_020 })
  answers(test, { last_hidden_state: ['batch_size', 1, 2, 5, 64] })
  shows(test, 'alone')
  answersBySkill(test, mllama.imageFeatureExtraction)
})
