// Made by vitest-hardware 0.1.0 from 83d61dc28dfc8c4b; do not edit, "vitest-hardware generate" writes it anew.
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
import { gptj } from './gptj.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'gptj' })

  loadsAs(test, { architecture: 'GPTJForCausalLM', parameters: 37_532 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gptj.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 12,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 3,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 24,
    Neg: 4,
    Range: 2,
    Reshape: 12,
    Shape: 2,
    Slice: 8,
    Softmax: 2,
    Split: 4,
    Sub: 2,
    Tanh: 2,
    Transpose: 10,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'gptj', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GPTJModel', parameters: 33_308 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, gptj.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'gptj', task: 'text-classification' })

  loadsAs(test, { architecture: 'GPTJForSequenceClassification', parameters: 33_404 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, gptj.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'gptj', task: 'question-answering' })

  loadsAs(test, { architecture: 'GPTJForQuestionAnswering', parameters: 33_374 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, gptj.questionAnswering)
})
