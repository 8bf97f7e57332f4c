// Made by vitest-hardware 0.1.0 from faddebb54be251c8; do not edit, "vitest-hardware generate" writes it anew.
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
import { decisionTransformer } from './decision_transformer.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'decision_transformer' })

  loadsAs(test, { architecture: 'DecisionTransformerModel', parameters: 28_330 })
  answers(test, {
    state_preds: ['batch_size', 'sequence_length', 5],
    action_preds: ['batch_size', 'sequence_length', 3],
    return_preds: ['batch_size', 'sequence_length', 1],
    last_hidden_state: ['batch_size', 'tokens', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, decisionTransformer.featureExtraction)
  isMadeOf(test, {
    Add: 24,
    Cast: 2,
    Concat: 1,
    Expand: 1,
    Gather: 7,
    Identity: 4,
    LayerNormalization: 6,
    LessOrEqual: 1,
    MatMul: 18,
    Mul: 4,
    Range: 2,
    Relu: 2,
    Reshape: 11,
    Shape: 2,
    Softmax: 2,
    Split: 2,
    Sub: 2,
    Tanh: 1,
    Transpose: 10,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
