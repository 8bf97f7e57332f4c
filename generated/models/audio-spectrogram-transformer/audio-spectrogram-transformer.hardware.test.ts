// Made by vitest-hardware 0.1.0 from 236b11a994414894; do not edit, "vitest-hardware generate" writes it anew.
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
import { audioSpectrogramTransformer } from './audio-spectrogram-transformer.skillset.ts'

describe('audio-classification', () => {
  const test = modelTest({ model: 'audio-spectrogram-transformer' })

  loadsAs(test, { architecture: 'ASTForAudioClassification', parameters: 26_239 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, audioSpectrogramTransformer.audioClassification)
  isMadeOf(test, {
    Add: 21,
    Concat: 4,
    Conv: 1,
    Div: 3,
    Erf: 2,
    Expand: 2,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 17,
    Mul: 6,
    Reshape: 9,
    Shape: 2,
    Softmax: 2,
    Transpose: 12,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForAudioClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'audio-spectrogram-transformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ASTModel', parameters: 25_845 })
  answers(test, { last_hidden_state: ['batch_size', 12, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, audioSpectrogramTransformer.featureExtraction)
})
