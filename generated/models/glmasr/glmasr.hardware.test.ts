// Made by vitest-hardware 0.1.0 from 4a5c85ca82aa16fd; do not edit, "vitest-hardware generate" writes it anew.
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
import { glmasr } from './glmasr.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'glmasr' })

  loadsAs(test, { architecture: 'GlmAsrForConditionalGeneration', parameters: 71_594 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, glmasr.text2textGeneration)
  isMadeOf(test, {
    Add: 41,
    Cast: 3,
    Concat: 17,
    Conv: 2,
    CumSum: 2,
    Div: 10,
    Equal: 1,
    Erf: 5,
    Expand: 4,
    Gather: 9,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 2,
    Min: 1,
    Mul: 46,
    Neg: 8,
    Range: 3,
    ReduceMean: 5,
    Reshape: 22,
    Shape: 5,
    Sigmoid: 2,
    Softmax: 4,
    Split: 12,
    Sqrt: 5,
    Sub: 5,
    Transpose: 21,
    Unsqueeze: 13,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'glmasr', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GlmAsrForConditionalGeneration', parameters: 71_594 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, glmasr.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'glmasr', task: 'pretraining' })

  loadsAs(test, { architecture: 'GlmAsrForConditionalGeneration', parameters: 71_594 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, glmasr.pretraining)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'glmasr', task: 'any-to-any' })

  loadsAs(test, { architecture: 'GlmAsrForConditionalGeneration', parameters: 71_594 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, glmasr.anyToAny)
})
