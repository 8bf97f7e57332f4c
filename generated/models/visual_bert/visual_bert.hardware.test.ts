// Made by vitest-hardware 0.1.0 from 0c95ad636f761cb0; do not edit, "vitest-hardware generate" writes it anew.
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
import { visualBert } from './visual_bert.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'visual_bert' })

  loadsAs(test, { architecture: 'VisualBertModel', parameters: 27_345 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length + 4', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, visualBert.featureExtraction)
  isMadeOf(test, {
    Add: 27,
    Cast: 1,
    Concat: 2,
    Div: 2,
    Erf: 2,
    Gather: 7,
    Identity: 2,
    LayerNormalization: 5,
    MatMul: 18,
    Mul: 7,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Sub: 1,
    Tanh: 1,
    Transpose: 10,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'visual_bert', task: 'pretraining' })

  loadsAs(test, { architecture: 'VisualBertForPreTraining', parameters: 28_659 })
  answers(test, { prediction_logits: ['batch_size', 'sequence_length + 4', 128], seq_relationship_logits: ['batch_size', 2] })
  shows(test, 'alone')
  answersBySkill(test, visualBert.pretraining)
})
