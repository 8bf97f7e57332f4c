// Made by vitest-hardware 0.1.0 from 72476a790107513d; do not edit, "vitest-hardware generate" writes it anew.
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
import { blip2 } from './blip-2.skillset.ts'

describe('zero-shot-image-classification', () => {
  const test = modelTest({ model: 'blip-2' })

  loadsAs(test, { architecture: 'Blip2ForImageTextRetrieval', parameters: 47_314 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 4, 24],
  })
  answersBySkill(test, blip2.zeroShotImageClassification)
  isMadeOf(test, {
    Add: 62,
    Cast: 1,
    Concat: 3,
    Conv: 1,
    Div: 8,
    Erf: 6,
    Expand: 2,
    Gather: 6,
    Identity: 4,
    LayerNormalization: 16,
    MatMul: 53,
    Mul: 20,
    Range: 1,
    ReduceL2: 2,
    ReduceMax: 1,
    Reshape: 29,
    Shape: 3,
    Softmax: 7,
    Split: 2,
    Sub: 1,
    Transpose: 38,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'blip-2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Blip2Model', parameters: 83_478 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blip2.featureExtraction)
})

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'blip-2', task: 'image-text-to-text' })

  loadsAs(test, { architecture: 'Blip2ForConditionalGeneration', parameters: 83_478 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blip2.imageTextToText)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'blip-2', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Blip2ForConditionalGeneration', parameters: 83_478 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blip2.anyToAny)
})

describe('visual-question-answering', () => {
  const test = modelTest({ model: 'blip-2', task: 'visual-question-answering' })

  loadsAs(test, { architecture: 'Blip2ForConditionalGeneration', parameters: 83_478 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blip2.visualQuestionAnswering)
})
