// Made by vitest-hardware 0.1.0 from 13f950bb0ee9839b; do not edit, "vitest-hardware generate" writes it anew.
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
import { albert } from './albert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'albert' })

  loadsAs(test, { architecture: 'AlbertForMaskedLM', parameters: 20_098 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, albert.fillMask)
  isMadeOf(test, {
    Add: 30,
    Cast: 1,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 19,
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
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'albert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'AlbertModel', parameters: 20_467 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, albert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'albert', task: 'text-classification' })

  loadsAs(test, { architecture: 'AlbertForSequenceClassification', parameters: 20_566 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, albert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'albert', task: 'question-answering' })

  loadsAs(test, { architecture: 'AlbertForQuestionAnswering', parameters: 19_477 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, albert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'albert', task: 'token-classification' })

  loadsAs(test, { architecture: 'AlbertForTokenClassification', parameters: 19_509 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, albert.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'albert', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'AlbertForMultipleChoice', parameters: 20_501 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, albert.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'albert', task: 'pretraining' })

  loadsAs(test, { architecture: 'AlbertForPreTraining', parameters: 21_221 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128], seq_relationship_logits: ['batch_size', 2] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, albert.pretraining)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'albert', task: 'text-encoding' })

  loadsAs(test, { architecture: 'AlbertModel', parameters: 20_467 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, albert.textEncoding)
})
