// Made by vitest-hardware 0.1.0 from a217ed32f2769d2a; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import {
  answers,
  answersBySkill,
  isMadeOf,
  loadsAs,
  loadsFromPretrained,
  refusesWrongInputs,
  shows,
  survivesSaving,
} from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { higgsAudioV2Tokenizer } from './higgs_audio_v2_tokenizer.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'higgs_audio_v2_tokenizer' })

  loadsAs(test, { architecture: 'HiggsAudioV2TokenizerModel', parameters: 86_991 })
  answers(test, { audio_codes: ['batch_size', 3, 'num_frames'], audio_values: ['batch_size', 1, 'num_samples'] })
  shows(test, 'alone')
  answersBySkill(test, higgsAudioV2Tokenizer.featureExtraction)
  isMadeOf(test, {
    Add: 112,
    ArgMin: 3,
    Concat: 2,
    Conv: 44,
    ConvTranspose: 2,
    Div: 5,
    Elu: 8,
    Erf: 5,
    Gather: 3,
    Identity: 2,
    InstanceNormalization: 1,
    LayerNormalization: 6,
    MatMul: 28,
    Mul: 110,
    Pad: 1,
    Reciprocal: 30,
    ReduceSum: 3,
    Reshape: 10,
    Shape: 2,
    Sin: 30,
    Slice: 3,
    Softmax: 2,
    Squeeze: 4,
    Sub: 5,
    Transpose: 39,
    Unsqueeze: 9,
  })
  survivesSaving(test)
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('audio-tokenization', () => {
  const test = modelTest({ model: 'higgs_audio_v2_tokenizer', task: 'audio-tokenization' })

  loadsAs(test, { architecture: 'HiggsAudioV2TokenizerModel', parameters: 86_991 })
  answers(test, { audio_codes: ['batch_size', 3, 'num_frames'], audio_values: ['batch_size', 1, 'num_samples'] })
  shows(test, 'alone')
  answersBySkill(test, higgsAudioV2Tokenizer.audioTokenization)
})
