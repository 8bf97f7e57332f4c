// Made by vitest-hardware 0.1.0 from 63e5544531f6de58; do not edit, "vitest-hardware generate" writes it anew.
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
import { transfoXl } from './transfo-xl.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'transfo-xl' })

  loadsAs(test, { architecture: 'TransfoXLLMHeadModel', parameters: 60_681 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, transfoXl.textGeneration)
  isMadeOf(test, {
    Add: 24,
    And: 3,
    Cast: 1,
    Concat: 3,
    Gather: 5,
    GreaterOrEqual: 3,
    Identity: 1,
    LayerNormalization: 4,
    Less: 3,
    LessOrEqual: 1,
    LogSoftmax: 3,
    MatMul: 29,
    Max: 3,
    Min: 3,
    Mul: 4,
    Pad: 2,
    Range: 2,
    Relu: 2,
    Reshape: 14,
    Shape: 4,
    Slice: 12,
    Softmax: 2,
    Sub: 7,
    Transpose: 14,
    Unsqueeze: 10,
    Where: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'transfo-xl', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'TransfoXLModel', parameters: 56_132 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, transfoXl.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'transfo-xl', task: 'pretraining' })

  loadsAs(test, { architecture: 'TransfoXLLMHeadModel', parameters: 60_681 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, transfoXl.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'transfo-xl', task: 'text-classification' })

  loadsAs(test, { architecture: 'TransfoXLForSequenceClassification', parameters: 56_229 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, transfoXl.textClassification)
})
