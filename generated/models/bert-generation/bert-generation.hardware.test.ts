// Made by vitest-hardware 0.1.0 from c8c9ea098e71cb5d; do not edit, "vitest-hardware generate" writes it anew.
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
import { bertGeneration } from './bert-generation.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'bert-generation' })

  loadsAs(test, { architecture: 'BertGenerationDecoder', parameters: 38_898 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, bertGeneration.textGeneration)
  isMadeOf(test, {
    Add: 25,
    Cast: 2,
    Div: 3,
    Erf: 3,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 6,
    LessOrEqual: 1,
    MatMul: 18,
    Mul: 10,
    Range: 3,
    Reshape: 8,
    Shape: 3,
    Softmax: 2,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'bert-generation', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BertGenerationEncoder', parameters: 38_706 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bertGeneration.featureExtraction)
})
