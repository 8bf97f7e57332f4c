// Made by vitest-hardware 0.1.0 from 0c3ac74e175f98b2; do not edit, "vitest-hardware generate" writes it anew.
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
import { modernbertDecoder } from './modernbert-decoder.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'modernbert-decoder' })

  loadsAs(test, { architecture: 'ModernBertDecoderForCausalLM', parameters: 39_827 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, modernbertDecoder.textGeneration)
  isMadeOf(test, {
    Add: 21,
    Cast: 5,
    Concat: 10,
    Div: 4,
    Erf: 4,
    Gather: 10,
    Identity: 1,
    LayerNormalization: 8,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 26,
    Mul: 31,
    Neg: 6,
    Range: 5,
    Reshape: 12,
    Shape: 5,
    Softmax: 3,
    Split: 9,
    Sub: 5,
    Transpose: 16,
    Unsqueeze: 9,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'modernbert-decoder', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ModernBertDecoderModel', parameters: 38_643 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, modernbertDecoder.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'modernbert-decoder', task: 'text-classification' })

  loadsAs(test, { architecture: 'ModernBertDecoderForSequenceClassification', parameters: 39_795 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, modernbertDecoder.textClassification)
})
