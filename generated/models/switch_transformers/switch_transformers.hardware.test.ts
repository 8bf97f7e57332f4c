// Made by vitest-hardware 0.1.0 from fc4698b8302a0a5b; do not edit, "vitest-hardware generate" writes it anew.
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
import { switchTransformers } from './switch_transformers.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'switch_transformers' })

  loadsAs(test, { architecture: 'SwitchTransformersForConditionalGeneration', parameters: 70_441 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, switchTransformers.text2textGeneration)
  isMadeOf(test, {
    Add: 42,
    Cast: 3,
    Div: 12,
    Gather: 9,
    Identity: 2,
    LessOrEqual: 1,
    MatMul: 59,
    Max: 2,
    Min: 2,
    Mul: 38,
    Range: 6,
    ReduceMean: 12,
    Relu: 10,
    Reshape: 24,
    ScatterElements: 2,
    Shape: 3,
    Softmax: 8,
    Split: 2,
    Sqrt: 12,
    Sub: 6,
    TopK: 2,
    Transpose: 33,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'switch_transformers', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SwitchTransformersModel', parameters: 70_440 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, switchTransformers.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'switch_transformers', task: 'pretraining' })

  loadsAs(test, { architecture: 'SwitchTransformersForConditionalGeneration', parameters: 70_441 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, switchTransformers.pretraining)
})
