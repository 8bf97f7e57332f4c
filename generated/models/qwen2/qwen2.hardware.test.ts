// Made by vitest-hardware 0.1.0 from 4d6fd2f0680acb01; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen2 } from './qwen2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'qwen2' })

  loadsAs(test, { architecture: 'Qwen2ForCausalLM', parameters: 26_943 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, qwen2.textGeneration)
  isMadeOf(test, {
    Add: 21,
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
    Transpose: 11,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'qwen2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen2Model', parameters: 26_944 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, qwen2.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'qwen2', task: 'text-classification' })

  loadsAs(test, { architecture: 'Qwen2ForSequenceClassification', parameters: 27_040 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, qwen2.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'qwen2', task: 'question-answering' })

  loadsAs(test, { architecture: 'Qwen2ForQuestionAnswering', parameters: 27_010 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, qwen2.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'qwen2', task: 'token-classification' })

  loadsAs(test, { architecture: 'Qwen2ForTokenClassification', parameters: 27_043 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, qwen2.tokenClassification)
})
