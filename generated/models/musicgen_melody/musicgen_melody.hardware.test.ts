// Made by vitest-hardware 0.1.0 from d477c4437a75ce89; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import {
  answers,
  answersBySkill,
  answersInHalfPrecision,
  isMadeOf,
  loadsAs,
  loadsFromPretrained,
  refusesWrongInputs,
  survivesSaving,
} from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { musicgenMelody } from './musicgen_melody.skillset.ts'

describe('text-to-audio', () => {
  const test = modelTest({ model: 'musicgen_melody' })

  loadsAs(test, { architecture: 'MusicgenMelodyForConditionalGeneration', parameters: 43_565 })
  answers(test, { logits: ['4*batch_size', 'prefix_and_codes', 64] })
  answersBySkill(test, musicgenMelody.textToAudio)
  isMadeOf(test, {
    Add: 29,
    Cast: 3,
    Concat: 5,
    Div: 7,
    Erf: 2,
    Gather: 14,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 38,
    Max: 1,
    Min: 1,
    Mul: 19,
    Range: 4,
    ReduceMean: 5,
    Relu: 2,
    Reshape: 18,
    Shape: 5,
    Slice: 1,
    Softmax: 4,
    Sqrt: 5,
    Sub: 4,
    Transpose: 22,
    Unsqueeze: 11,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'musicgen_melody', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MusicgenMelodyModel', parameters: 29_142 })
  answers(test, { last_hidden_state: ['batch_size', 'prefix_and_codes', 32] })
  answersBySkill(test, musicgenMelody.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'musicgen_melody', task: 'text-generation' })

  loadsAs(test, { architecture: 'MusicgenMelodyForCausalLM', parameters: 37_335 })
  answers(test, { logits: ['4*batch_size', 'prefix_and_codes', 64] })
  answersBySkill(test, musicgenMelody.textGeneration)
})
