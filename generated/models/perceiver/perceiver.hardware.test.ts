// Made by vitest-hardware 0.1.0 from 8106efe1e0705a20; do not edit, "vitest-hardware generate" writes it anew.
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
import { perceiver } from './perceiver.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'perceiver' })

  loadsAs(test, { architecture: 'PerceiverForMaskedLM', parameters: 26_127 })
  answers(test, { logits: ['batch_size', 64, 128] })
  shows(test, 'alone')
  answersBySkill(test, perceiver.fillMask)
  isMadeOf(test, {
    Add: 57,
    Cast: 1,
    Concat: 2,
    Div: 6,
    Erf: 6,
    Expand: 2,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 14,
    MatMul: 49,
    Mul: 19,
    Range: 1,
    Reshape: 24,
    Shape: 3,
    Softmax: 6,
    Sub: 1,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'perceiver', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PerceiverModel', parameters: 16_162 })
  answers(test, { last_hidden_state: ['batch_size', 8, 32] })
  shows(test, 'alone')
  answersBySkill(test, perceiver.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'perceiver', task: 'text-classification' })

  loadsAs(test, { architecture: 'PerceiverForSequenceClassification', parameters: 27_440 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, perceiver.textClassification)
})

describe('image-classification', () => {
  const test = modelTest({ model: 'perceiver', task: 'image-classification' })

  loadsAs(test, { architecture: 'PerceiverForImageClassificationLearned', parameters: 24_824 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, perceiver.imageClassification)
})
