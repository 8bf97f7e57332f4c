// Made by vitest-hardware 0.1.0 from cb8578d49805b7e7; do not edit, "vitest-hardware generate" writes it anew.
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
import { speechToText2 } from './speech_to_text_2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'speech_to_text_2' })

  loadsAs(test, { architecture: 'Speech2Text2ForCausalLM', parameters: 37_650 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, speechToText2.textGeneration)
  isMadeOf(test, {
    Add: 20,
    Cast: 2,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 4,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 5,
    Range: 3,
    Relu: 2,
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
