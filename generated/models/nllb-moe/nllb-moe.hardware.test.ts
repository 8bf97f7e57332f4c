// Made by vitest-hardware 0.1.0 from aa24dd2ec0ac0c2d; do not edit, "vitest-hardware generate" writes it anew.
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
import { nllbMoe } from './nllb-moe.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'nllb-moe' })

  loadsAs(test, { architecture: 'NllbMoeForConditionalGeneration', parameters: 105_303 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, nllbMoe.text2textGeneration)
  isMadeOf(test, {
    Add: 70,
    Cast: 3,
    Div: 2,
    Gather: 7,
    Identity: 2,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 59,
    Mul: 21,
    Range: 4,
    ReduceSum: 2,
    Relu: 10,
    Reshape: 24,
    ScatterElements: 2,
    Shape: 3,
    Softmax: 8,
    Split: 2,
    Sub: 4,
    TopK: 2,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'nllb-moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'NllbMoeModel', parameters: 105_303 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, nllbMoe.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'nllb-moe', task: 'pretraining' })

  loadsAs(test, { architecture: 'NllbMoeForConditionalGeneration', parameters: 105_303 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, nllbMoe.pretraining)
})
