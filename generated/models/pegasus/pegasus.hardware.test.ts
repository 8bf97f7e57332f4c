// Made by vitest-hardware 0.1.0 from 1d45a5712cf2d2f2; do not edit, "vitest-hardware generate" writes it anew.
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
import { pegasus } from './pegasus.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'pegasus' })

  loadsAs(test, { architecture: 'PegasusForConditionalGeneration', parameters: 80_019 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, pegasus.text2textGeneration)
  isMadeOf(test, {
    Add: 53,
    Cast: 3,
    Gather: 7,
    Identity: 2,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 11,
    Range: 4,
    Relu: 4,
    Reshape: 24,
    Shape: 3,
    Softmax: 6,
    Sub: 4,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'pegasus', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PegasusModel', parameters: 79_891 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, pegasus.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'pegasus', task: 'text-generation' })

  loadsAs(test, { architecture: 'PegasusForCausalLM', parameters: 37_713 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, pegasus.textGeneration)
})
