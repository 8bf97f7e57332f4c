// Made by vitest-hardware 0.1.0 from e65e099acb3aedf1; do not edit, "vitest-hardware generate" writes it anew.
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
import { bigBird } from './big_bird.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'big_bird' })

  loadsAs(test, { architecture: 'BigBirdForMaskedLM', parameters: 38_962 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bigBird.fillMask)
  isMadeOf(test, {
    Add: 29,
    Cast: 1,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 21,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Sub: 1,
    Tanh: 3,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'big_bird', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BigBirdModel', parameters: 38_771 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bigBird.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'big_bird', task: 'text-classification' })

  loadsAs(test, { architecture: 'BigBirdForSequenceClassification', parameters: 38_870 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, bigBird.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'big_bird', task: 'question-answering' })

  loadsAs(test, { architecture: 'BigBirdForQuestionAnswering', parameters: 37_781 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, bigBird.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'big_bird', task: 'token-classification' })

  loadsAs(test, { architecture: 'BigBirdForTokenClassification', parameters: 37_813 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bigBird.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'big_bird', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'BigBirdForMultipleChoice', parameters: 38_805 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, bigBird.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'big_bird', task: 'pretraining' })

  loadsAs(test, { architecture: 'BigBirdForMaskedLM', parameters: 38_962 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bigBird.pretraining)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'big_bird', task: 'text-generation' })

  loadsAs(test, { architecture: 'BigBirdForCausalLM', parameters: 38_963 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, bigBird.textGeneration)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'big_bird', task: 'text-encoding' })

  loadsAs(test, { architecture: 'BigBirdModel', parameters: 38_771 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bigBird.textEncoding)
})
