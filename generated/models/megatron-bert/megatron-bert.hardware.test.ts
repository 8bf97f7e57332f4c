// Made by vitest-hardware 0.1.0 from 9d61752664717e00; do not edit, "vitest-hardware generate" writes it anew.
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
import { megatronBert } from './megatron-bert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'megatron-bert' })

  loadsAs(test, { architecture: 'MegatronBertForMaskedLM', parameters: 56_049 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, megatronBert.fillMask)
  isMadeOf(test, {
    Add: 46,
    Cast: 1,
    Div: 5,
    Erf: 5,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 10,
    MatMul: 34,
    Mul: 15,
    Range: 1,
    Reshape: 16,
    Shape: 1,
    Softmax: 4,
    Sub: 1,
    Transpose: 21,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'megatron-bert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MegatronBertModel', parameters: 55_858 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, megatronBert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'megatron-bert', task: 'text-classification' })

  loadsAs(test, { architecture: 'MegatronBertForSequenceClassification', parameters: 55_957 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, megatronBert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'megatron-bert', task: 'question-answering' })

  loadsAs(test, { architecture: 'MegatronBertForQuestionAnswering', parameters: 54_868 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, megatronBert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'megatron-bert', task: 'token-classification' })

  loadsAs(test, { architecture: 'MegatronBertForTokenClassification', parameters: 54_900 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, megatronBert.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'megatron-bert', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'MegatronBertForMultipleChoice', parameters: 55_892 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, megatronBert.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'megatron-bert', task: 'pretraining' })

  loadsAs(test, { architecture: 'MegatronBertForPreTraining', parameters: 57_172 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128], seq_relationship_logits: ['batch_size', 2] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, megatronBert.pretraining)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'megatron-bert', task: 'text-generation' })

  loadsAs(test, { architecture: 'MegatronBertForCausalLM', parameters: 56_050 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, megatronBert.textGeneration)
})

describe('next-sentence-prediction', () => {
  const test = modelTest({ model: 'megatron-bert', task: 'next-sentence-prediction' })

  loadsAs(test, { architecture: 'MegatronBertForNextSentencePrediction', parameters: 55_924 })
  answers(test, { logits: ['batch_size', 2] })
  shows(test, 'alone')
  answersBySkill(test, megatronBert.nextSentencePrediction)
})
