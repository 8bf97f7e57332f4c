// Made by vitest-hardware 0.1.0 from 840d7c04c09553be; do not edit, "vitest-hardware generate" writes it anew.
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
import { m2m100 } from './m2m_100.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'm2m_100' })

  loadsAs(test, { architecture: 'M2M100ForConditionalGeneration', parameters: 79_892 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, m2m100.text2textGeneration)
  isMadeOf(test, {
    Add: 52,
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
  loadsFromPretrained(test, { autoClass: 'AutoModelForSeq2SeqLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'm2m_100', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'M2M100Model', parameters: 79_892 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, m2m100.featureExtraction)
})
