// Made by vitest-hardware 0.1.0 from 22c8a5e7164dc3a2; do not edit, "vitest-hardware generate" writes it anew.
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
import { musicgen } from './musicgen.skillset.ts'

describe('text-to-audio', () => {
  const test = modelTest({ model: 'musicgen' })

  loadsAs(test, { architecture: 'MusicgenForConditionalGeneration', parameters: 51_469 })
  answers(test, { logits: ['4*batch_size', 'decoder_sequence_length', 64] })
  answersBySkill(test, musicgen.textToAudio)
  isMadeOf(test, {
    Add: 32,
    Cast: 5,
    Concat: 3,
    Div: 7,
    Erf: 2,
    Gather: 14,
    Identity: 1,
    LayerNormalization: 7,
    LessOrEqual: 1,
    MatMul: 49,
    Max: 1,
    Min: 1,
    Mul: 23,
    Range: 4,
    ReduceMean: 5,
    Relu: 2,
    Reshape: 26,
    Shape: 5,
    Slice: 1,
    Softmax: 6,
    Sqrt: 5,
    Sub: 6,
    Transpose: 32,
    Unsqueeze: 13,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'musicgen', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MusicgenModel', parameters: 37_462 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, musicgen.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'musicgen', task: 'text-generation' })

  loadsAs(test, { architecture: 'MusicgenForCausalLM', parameters: 45_655 })
  answers(test, { logits: ['4*batch_size', 'sequence_length', 64] })
  answersBySkill(test, musicgen.textGeneration)
})
