// Made by vitest-hardware 0.1.0 from 2cfde93741a28345; do not edit, "vitest-hardware generate" writes it anew.
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
import { llama } from './llama.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'llama' })

  loadsAs(test, { architecture: 'LlamaForCausalLM', parameters: 30_911 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, llama.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 2,
    Concat: 10,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 26,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 12,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'llama', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LlamaModel', parameters: 26_816 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, llama.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'llama', task: 'text-classification' })

  loadsAs(test, { architecture: 'LlamaForSequenceClassification', parameters: 26_912 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, llama.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'llama', task: 'question-answering' })

  loadsAs(test, { architecture: 'LlamaForQuestionAnswering', parameters: 26_882 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, llama.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'llama', task: 'token-classification' })

  loadsAs(test, { architecture: 'LlamaForTokenClassification', parameters: 26_915 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, llama.tokenClassification)
})
