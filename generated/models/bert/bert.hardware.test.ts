// Made by vitest-hardware 0.1.0 from 1cf44b486dd491aa; do not edit, "vitest-hardware generate" writes it anew.
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
import { bert } from './bert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'bert' })

  loadsAs(test, { architecture: 'BertForMaskedLM', parameters: 38_961 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bert.fillMask)
  isMadeOf(test, {
    Add: 26,
    Cast: 1,
    Div: 3,
    Erf: 3,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 9,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'bert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BertModel', parameters: 38_770 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'bert', task: 'text-classification' })

  loadsAs(test, { architecture: 'BertForSequenceClassification', parameters: 38_869 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, bert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'bert', task: 'question-answering' })

  loadsAs(test, { architecture: 'BertForQuestionAnswering', parameters: 37_780 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, bert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'bert', task: 'token-classification' })

  loadsAs(test, { architecture: 'BertForTokenClassification', parameters: 37_812 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bert.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'bert', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'BertForMultipleChoice', parameters: 38_804 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, bert.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'bert', task: 'pretraining' })

  loadsAs(test, { architecture: 'BertForPreTraining', parameters: 40_084 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128], seq_relationship_logits: ['batch_size', 2] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bert.pretraining)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'bert', task: 'text-generation' })

  loadsAs(test, { architecture: 'BertLMHeadModel', parameters: 38_962 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, bert.textGeneration)
})

describe('next-sentence-prediction', () => {
  const test = modelTest({ model: 'bert', task: 'next-sentence-prediction' })

  loadsAs(test, { architecture: 'BertForNextSentencePrediction', parameters: 38_836 })
  answers(test, { logits: ['batch_size', 2] })
  shows(test, 'alone')
  answersBySkill(test, bert.nextSentencePrediction)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'bert', task: 'text-encoding' })

  loadsAs(test, { architecture: 'BertModel', parameters: 38_770 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bert.textEncoding)
})
