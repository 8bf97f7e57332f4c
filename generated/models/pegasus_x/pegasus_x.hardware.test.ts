// Made by vitest-hardware 0.1.0 from 1e82c1ade1a9873a; do not edit, "vitest-hardware generate" writes it anew.
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
import { pegasusX } from './pegasus_x.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'pegasus_x' })

  loadsAs(test, { architecture: 'PegasusXForConditionalGeneration', parameters: 79_124 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, pegasusX.text2textGeneration)
  isMadeOf(test, {
    Add: 30,
    Cast: 4,
    Div: 1,
    Equal: 1,
    Gather: 8,
    Identity: 2,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 12,
    Not: 1,
    Range: 5,
    Relu: 4,
    Reshape: 24,
    Shape: 4,
    Softmax: 6,
    Sub: 4,
    Transpose: 31,
    Unsqueeze: 7,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'pegasus_x', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PegasusXModel', parameters: 79_124 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, pegasusX.featureExtraction)
})
