// Made by vitest-hardware 0.1.0 from 4044715621b5f13f; do not edit, "vitest-hardware generate" writes it anew.
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
import { xlmProphetnet } from './xlm-prophetnet.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'xlm-prophetnet' })

  loadsAs(test, { architecture: 'XLMProphetNetForConditionalGeneration', parameters: 81_986 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], logits_ngram: ['batch_size', 1, 'decoder_sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, xlmProphetnet.text2textGeneration)
  isMadeOf(test, {
    Add: 73,
    Cast: 3,
    Concat: 15,
    CumSum: 1,
    Div: 4,
    Equal: 2,
    Erf: 4,
    Expand: 6,
    Gather: 12,
    GatherElements: 6,
    GreaterOrEqual: 3,
    Identity: 2,
    LayerNormalization: 12,
    MatMul: 56,
    Max: 2,
    Min: 2,
    Mul: 23,
    Or: 2,
    Range: 3,
    Reshape: 34,
    Shape: 9,
    Softmax: 10,
    Split: 9,
    Sub: 4,
    Transpose: 46,
    Unsqueeze: 6,
    Where: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'xlm-prophetnet', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'XLMProphetNetModel', parameters: 81_986 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    last_hidden_state_ngram: ['batch_size', '2*decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, xlmProphetnet.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'xlm-prophetnet', task: 'text-generation' })

  loadsAs(test, { architecture: 'XLMProphetNetForCausalLM', parameters: 39_872 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128], logits_ngram: ['batch_size', 1, 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, xlmProphetnet.textGeneration)
})
