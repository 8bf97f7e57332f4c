// Made by vitest-hardware 0.1.0 from 554ee41cf18060ad; do not edit, "vitest-hardware generate" writes it anew.
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
import { kyutaiSpeechToText } from './kyutai_speech_to_text.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'kyutai_speech_to_text' })

  loadsAs(test, { architecture: 'KyutaiSpeechToTextForConditionalGeneration', parameters: 29_401 })
  answers(test, { logits: ['batch_size', 'sequence_length', 24] })
  shows(test, 'alone')
  answersBySkill(test, kyutaiSpeechToText.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 16,
    Cast: 3,
    Concat: 10,
    Div: 5,
    Equal: 1,
    Gather: 5,
    Identity: 5,
    Less: 1,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 27,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    ReduceSum: 1,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 6,
    Sqrt: 5,
    Sub: 3,
    Transpose: 10,
    Unsqueeze: 4,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'kyutai_speech_to_text', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'KyutaiSpeechToTextModel', parameters: 28_634 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, kyutaiSpeechToText.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'kyutai_speech_to_text', task: 'any-to-any' })

  loadsAs(test, { architecture: 'KyutaiSpeechToTextForConditionalGeneration', parameters: 29_401 })
  answers(test, { logits: ['batch_size', 'sequence_length', 24] })
  shows(test, 'alone')
  answersBySkill(test, kyutaiSpeechToText.anyToAny)
})
