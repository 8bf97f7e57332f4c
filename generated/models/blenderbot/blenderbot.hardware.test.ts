// Made by vitest-hardware 0.1.0 from 1ef104d09c46ad13; do not edit, "vitest-hardware generate" writes it anew.
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
import { blenderbot } from './blenderbot.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'blenderbot' })

  loadsAs(test, { architecture: 'BlenderbotForConditionalGeneration', parameters: 92_852 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blenderbot.text2textGeneration)
  isMadeOf(test, {
    Add: 73,
    Cast: 3,
    Div: 5,
    Erf: 5,
    Gather: 7,
    Identity: 2,
    LayerNormalization: 15,
    LessOrEqual: 1,
    MatMul: 59,
    Mul: 21,
    Range: 4,
    Reshape: 32,
    Shape: 3,
    Softmax: 8,
    Sub: 4,
    Transpose: 41,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForSeq2SeqLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'blenderbot', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BlenderbotModel', parameters: 92_724 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, blenderbot.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'blenderbot', task: 'text-generation' })

  loadsAs(test, { architecture: 'BlenderbotForCausalLM', parameters: 46_258 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blenderbot.textGeneration)
})
