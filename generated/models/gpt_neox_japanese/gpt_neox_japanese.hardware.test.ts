// Made by vitest-hardware 0.1.0 from 9ec614117db0f71c; do not edit, "vitest-hardware generate" writes it anew.
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
import { gptNeoxJapanese } from './gpt_neox_japanese.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'gpt_neox_japanese' })

  loadsAs(test, { architecture: 'GPTNeoXJapaneseForCausalLM', parameters: 33_145 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gptNeoxJapanese.textGeneration)
  isMadeOf(test, {
    Add: 13,
    Cast: 2,
    Concat: 10,
    Div: 2,
    Erf: 2,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 16,
    Neg: 4,
    Range: 2,
    Reshape: 10,
    Shape: 2,
    Softmax: 2,
    Split: 6,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'gpt_neox_japanese', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GPTNeoXJapaneseModel', parameters: 33_146 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, gptNeoxJapanese.featureExtraction)
})
