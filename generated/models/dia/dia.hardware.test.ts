// Made by vitest-hardware 0.1.0 from 75f13f388889149c; do not edit, "vitest-hardware generate" writes it anew.
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
import { dia } from './dia.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'dia' })

  loadsAs(test, { architecture: 'DiaForConditionalGeneration', parameters: 73_349 })
  answers(test, {
    logits: ['3*batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 24],
  })
  shows(test, 'alone')
  answersBySkill(test, dia.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 39,
    Cast: 3,
    Concat: 13,
    Div: 12,
    Expand: 5,
    Gather: 10,
    Identity: 2,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 51,
    Neg: 8,
    Range: 4,
    ReduceMean: 12,
    ReduceSum: 1,
    Reshape: 30,
    Shape: 6,
    Sigmoid: 4,
    Softmax: 6,
    Split: 12,
    Sqrt: 12,
    Sub: 3,
    Transpose: 31,
    Unsqueeze: 13,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dia', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DiaModel', parameters: 61_057 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 24],
  })
  shows(test, 'alone')
  answersBySkill(test, dia.featureExtraction)
})
