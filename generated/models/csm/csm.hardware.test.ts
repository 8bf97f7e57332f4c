// Made by vitest-hardware 0.1.0 from a024ef84a85ba06b; do not edit, "vitest-hardware generate" writes it anew.
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
import { csm } from './csm.skillset.ts'

describe('text-to-audio', () => {
  const test = modelTest({ model: 'csm' })

  loadsAs(test, { architecture: 'CsmForConditionalGeneration', parameters: 51_398 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, csm.textToAudio)
  isMadeOf(test, {
    Add: 16,
    Cast: 3,
    Concat: 5,
    CumSum: 2,
    Div: 5,
    Equal: 1,
    Expand: 4,
    Gather: 7,
    GatherND: 1,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 19,
    Max: 2,
    Min: 1,
    Mul: 26,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    ReduceSum: 1,
    Reshape: 13,
    Shape: 4,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 5,
    Transpose: 10,
    Unsqueeze: 10,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'csm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'CsmForConditionalGeneration', parameters: 51_398 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, csm.featureExtraction)
})
