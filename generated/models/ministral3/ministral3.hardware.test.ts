// Made by vitest-hardware 0.1.0 from 9f1b65a918fd6446; do not edit, "vitest-hardware generate" writes it anew.
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
import { ministral3 } from './ministral3.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'ministral3' })

  loadsAs(test, { architecture: 'Ministral3ForCausalLM', parameters: 41_155 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, ministral3.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 4,
    Concat: 10,
    Div: 7,
    Expand: 4,
    Floor: 2,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    Log: 2,
    MatMul: 19,
    Mul: 30,
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
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'ministral3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Ministral3Model', parameters: 37_060 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, ministral3.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'ministral3', task: 'text-classification' })

  loadsAs(test, { architecture: 'Ministral3ForSequenceClassification', parameters: 37_156 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, ministral3.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'ministral3', task: 'question-answering' })

  loadsAs(test, { architecture: 'Ministral3ForQuestionAnswering', parameters: 37_126 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, ministral3.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'ministral3', task: 'token-classification' })

  loadsAs(test, { architecture: 'Ministral3ForTokenClassification', parameters: 37_159 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, ministral3.tokenClassification)
})
