// Made by vitest-hardware 0.1.0 from 376084d13812ead5; do not edit, "vitest-hardware generate" writes it anew.
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
import { codeLlama } from './code_llama.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'code_llama' })

  loadsAs(test, { architecture: 'LlamaForCausalLM', parameters: 32_945 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, codeLlama.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 2,
    Concat: 10,
    Div: 5,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 26,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'code_llama', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LlamaModel', parameters: 28_850 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, codeLlama.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'code_llama', task: 'text-classification' })

  loadsAs(test, { architecture: 'LlamaForSequenceClassification', parameters: 28_946 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, codeLlama.textClassification)
})
