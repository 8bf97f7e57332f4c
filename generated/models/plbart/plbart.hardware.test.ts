// Made by vitest-hardware 0.1.0 from ef72dc6a5318111b; do not edit, "vitest-hardware generate" writes it anew.
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
import { plbart } from './plbart.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'plbart' })

  loadsAs(test, { architecture: 'PLBartForConditionalGeneration', parameters: 80_022 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, plbart.text2textGeneration)
  isMadeOf(test, {
    Add: 57,
    Cast: 3,
    Div: 4,
    Erf: 4,
    Gather: 7,
    Identity: 2,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 19,
    Range: 4,
    Reshape: 24,
    Shape: 3,
    Softmax: 6,
    Sub: 4,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'plbart', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PLBartModel', parameters: 79_894 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, plbart.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'plbart', task: 'text-generation' })

  loadsAs(test, { architecture: 'PLBartForCausalLM', parameters: 37_716 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, plbart.textGeneration)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'plbart', task: 'text-classification' })

  loadsAs(test, { architecture: 'PLBartForSequenceClassification', parameters: 81_051 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, plbart.textClassification)
})
