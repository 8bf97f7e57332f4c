// Made by vitest-hardware 0.1.0 from f5e7bcc9e66ef1da; do not edit, "vitest-hardware generate" writes it anew.
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
import { roformer } from './roformer.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'roformer' })

  loadsAs(test, { architecture: 'RoFormerForMaskedLM', parameters: 30_777 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, roformer.fillMask)
  isMadeOf(test, {
    Add: 29,
    Cast: 1,
    Concat: 4,
    Div: 3,
    Erf: 3,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 17,
    Neg: 4,
    Range: 1,
    Reshape: 12,
    Shape: 1,
    Slice: 8,
    Softmax: 2,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'roformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'RoFormerModel', parameters: 29_529 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, roformer.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'roformer', task: 'text-classification' })

  loadsAs(test, { architecture: 'RoFormerForSequenceClassification', parameters: 30_684 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, roformer.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'roformer', task: 'question-answering' })

  loadsAs(test, { architecture: 'RoFormerForQuestionAnswering', parameters: 29_595 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, roformer.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'roformer', task: 'token-classification' })

  loadsAs(test, { architecture: 'RoFormerForTokenClassification', parameters: 29_628 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, roformer.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'roformer', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'RoFormerForMultipleChoice', parameters: 30_618 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, roformer.multipleChoice)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'roformer', task: 'text-generation' })

  loadsAs(test, { architecture: 'RoFormerForCausalLM', parameters: 30_777 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, roformer.textGeneration)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'roformer', task: 'text-encoding' })

  loadsAs(test, { architecture: 'RoFormerModel', parameters: 29_529 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, roformer.textEncoding)
})
