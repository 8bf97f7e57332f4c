// Made by vitest-hardware 0.1.0 from 91e77125aef019d1; do not edit, "vitest-hardware generate" writes it anew.
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
import { blenderbotSmall } from './blenderbot-small.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'blenderbot-small' })

  loadsAs(test, { architecture: 'BlenderbotSmallForConditionalGeneration', parameters: 80_020 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blenderbotSmall.text2textGeneration)
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
    Mul: 17,
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
  loadsFromPretrained(test, { autoClass: 'AutoModelForSeq2SeqLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'blenderbot-small', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BlenderbotSmallModel', parameters: 79_892 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, blenderbotSmall.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'blenderbot-small', task: 'text-generation' })

  loadsAs(test, { architecture: 'BlenderbotSmallForCausalLM', parameters: 37_714 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blenderbotSmall.textGeneration)
})
