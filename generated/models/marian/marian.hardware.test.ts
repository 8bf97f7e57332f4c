// Made by vitest-hardware 0.1.0 from 271e8882a9588a68; do not edit, "vitest-hardware generate" writes it anew.
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
import { marian } from './marian.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'marian' })

  loadsAs(test, { architecture: 'MarianMTModel', parameters: 79_891 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, marian.text2textGeneration)
  isMadeOf(test, {
    Add: 53,
    Cast: 3,
    Gather: 7,
    Identity: 2,
    LayerNormalization: 10,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 15,
    Range: 4,
    Reshape: 24,
    Shape: 3,
    Sigmoid: 4,
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
  const test = modelTest({ model: 'marian', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MarianModel', parameters: 79_763 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, marian.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'marian', task: 'text-generation' })

  loadsAs(test, { architecture: 'MarianForCausalLM', parameters: 37_649 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, marian.textGeneration)
})
