// Made by vitest-hardware 0.1.0 from e07f053fb532a1e5; do not edit, "vitest-hardware generate" writes it anew.
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
import { higgsAudioV2 } from './higgs_audio_v2.skillset.ts'

describe('text-to-audio', () => {
  const test = modelTest({ model: 'higgs_audio_v2' })

  loadsAs(test, { architecture: 'HiggsAudioV2ForConditionalGeneration', parameters: 67_910 })
  answers(test, { logits: ['batch_size', 'sequence_length', 384] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, higgsAudioV2.textToAudio)
  isMadeOf(test, {
    Add: 20,
    Cast: 3,
    Concat: 5,
    CumSum: 2,
    Div: 9,
    Equal: 3,
    Expand: 4,
    Gather: 7,
    GatherND: 1,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 25,
    Max: 2,
    Min: 1,
    Mul: 38,
    Neg: 4,
    Or: 1,
    Range: 2,
    ReduceMean: 9,
    ReduceSum: 1,
    Reshape: 13,
    Shape: 4,
    Sigmoid: 4,
    Softmax: 2,
    Split: 4,
    Sqrt: 9,
    Sub: 5,
    Transpose: 10,
    Unsqueeze: 11,
    Where: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'higgs_audio_v2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'HiggsAudioV2ForConditionalGeneration', parameters: 67_910 })
  answers(test, { logits: ['batch_size', 'sequence_length', 384] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, higgsAudioV2.featureExtraction)
})
