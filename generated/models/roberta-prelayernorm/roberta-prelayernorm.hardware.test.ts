// Made by vitest-hardware 0.1.0 from c0b26ffd8b3b3072; do not edit, "vitest-hardware generate" writes it anew.
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
import { robertaPrelayernorm } from './roberta-prelayernorm.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'roberta-prelayernorm' })

  loadsAs(test, { architecture: 'RobertaPreLayerNormForMaskedLM', parameters: 39_056 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, robertaPrelayernorm.fillMask)
  isMadeOf(test, {
    Add: 26,
    Cast: 2,
    CumSum: 1,
    Div: 3,
    Equal: 1,
    Erf: 3,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 7,
    MatMul: 18,
    Mul: 10,
    Not: 1,
    Reshape: 8,
    Softmax: 2,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'roberta-prelayernorm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'RobertaPreLayerNormModel', parameters: 38_865 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, robertaPrelayernorm.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'roberta-prelayernorm', task: 'text-classification' })

  loadsAs(test, { architecture: 'RobertaPreLayerNormForSequenceClassification', parameters: 38_964 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, robertaPrelayernorm.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'roberta-prelayernorm', task: 'question-answering' })

  loadsAs(test, { architecture: 'RobertaPreLayerNormForQuestionAnswering', parameters: 37_875 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, robertaPrelayernorm.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'roberta-prelayernorm', task: 'token-classification' })

  loadsAs(test, { architecture: 'RobertaPreLayerNormForTokenClassification', parameters: 37_907 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, robertaPrelayernorm.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'roberta-prelayernorm', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'RobertaPreLayerNormForMultipleChoice', parameters: 38_899 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, robertaPrelayernorm.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'roberta-prelayernorm', task: 'pretraining' })

  loadsAs(test, { architecture: 'RobertaPreLayerNormForMaskedLM', parameters: 39_056 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, robertaPrelayernorm.pretraining)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'roberta-prelayernorm', task: 'text-generation' })

  loadsAs(test, { architecture: 'RobertaPreLayerNormForCausalLM', parameters: 39_058 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, robertaPrelayernorm.textGeneration)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'roberta-prelayernorm', task: 'text-encoding' })

  loadsAs(test, { architecture: 'RobertaPreLayerNormModel', parameters: 38_865 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, robertaPrelayernorm.textEncoding)
})
