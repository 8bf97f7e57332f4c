// Made by vitest-hardware 0.1.0 from b64a82e6efb4e52c; do not edit, "vitest-hardware generate" writes it anew.
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
import { voxtral } from './voxtral.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'voxtral' })

  loadsAs(test, { architecture: 'VoxtralForConditionalGeneration', parameters: 76_879 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, voxtral.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 35,
    Cast: 3,
    Concat: 7,
    Conv: 2,
    CumSum: 2,
    Div: 10,
    Equal: 1,
    Erf: 5,
    Expand: 4,
    Gather: 6,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 2,
    Min: 1,
    Mul: 38,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 22,
    Shape: 4,
    Sigmoid: 2,
    Softmax: 4,
    Split: 4,
    Sqrt: 5,
    Sub: 5,
    Transpose: 21,
    Unsqueeze: 10,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'voxtral', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'VoxtralForConditionalGeneration', parameters: 76_879 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, voxtral.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'voxtral', task: 'pretraining' })

  loadsAs(test, { architecture: 'VoxtralForConditionalGeneration', parameters: 76_879 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, voxtral.pretraining)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'voxtral', task: 'any-to-any' })

  loadsAs(test, { architecture: 'VoxtralForConditionalGeneration', parameters: 76_879 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, voxtral.anyToAny)
})

describe('text2text-generation', () => {
  const test = modelTest({ model: 'voxtral', task: 'text2text-generation' })

  loadsAs(test, { architecture: 'VoxtralForConditionalGeneration', parameters: 76_879 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, voxtral.text2textGeneration)
})
