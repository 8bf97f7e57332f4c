// Made by vitest-hardware 0.1.0 from b309d0ad1d9b885e; do not edit, "vitest-hardware generate" writes it anew.
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
import { flava } from './flava.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'flava' })

  loadsAs(test, { architecture: 'FlavaModel', parameters: 66_648 })
  answers(test, {
    image_embeddings: ['batch_size', 17, 32],
    text_embeddings: ['batch_size', 'sequence_length', 32],
    multimodal_embeddings: ['batch_size', '18 + sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, flava.featureExtraction)
  isMadeOf(test, {
    Add: 64,
    Cast: 2,
    Concat: 7,
    Conv: 1,
    Div: 6,
    Erf: 6,
    Expand: 3,
    Gather: 7,
    Identity: 3,
    LayerNormalization: 16,
    MatMul: 50,
    Mul: 20,
    Range: 1,
    Reshape: 25,
    Shape: 4,
    Softmax: 6,
    Sub: 2,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
