// Made by vitest-hardware 0.1.0 from 181fd0a952da08fa; do not edit, "vitest-hardware generate" writes it anew.
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
import { xlmRobertaXl } from './xlm-roberta-xl.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'xlm-roberta-xl' })

  loadsAs(test, { architecture: 'XLMRobertaXLForMaskedLM', parameters: 47_536 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlmRobertaXl.fillMask)
  isMadeOf(test, {
    Add: 36,
    Cast: 2,
    CumSum: 1,
    Div: 4,
    Equal: 1,
    Erf: 4,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 8,
    MatMul: 26,
    Mul: 13,
    Not: 1,
    Reshape: 12,
    Softmax: 3,
    Sub: 1,
    Transpose: 16,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'xlm-roberta-xl', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'XLMRobertaXLModel', parameters: 47_345 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlmRobertaXl.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'xlm-roberta-xl', task: 'text-classification' })

  loadsAs(test, { architecture: 'XLMRobertaXLForSequenceClassification', parameters: 47_444 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, xlmRobertaXl.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'xlm-roberta-xl', task: 'question-answering' })

  loadsAs(test, { architecture: 'XLMRobertaXLForQuestionAnswering', parameters: 46_355 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, xlmRobertaXl.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'xlm-roberta-xl', task: 'token-classification' })

  loadsAs(test, { architecture: 'XLMRobertaXLForTokenClassification', parameters: 46_387 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlmRobertaXl.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'xlm-roberta-xl', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'XLMRobertaXLForMultipleChoice', parameters: 47_379 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, xlmRobertaXl.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'xlm-roberta-xl', task: 'pretraining' })

  loadsAs(test, { architecture: 'XLMRobertaXLForMaskedLM', parameters: 47_536 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlmRobertaXl.pretraining)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'xlm-roberta-xl', task: 'text-generation' })

  loadsAs(test, { architecture: 'XLMRobertaXLForCausalLM', parameters: 47_538 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, xlmRobertaXl.textGeneration)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'xlm-roberta-xl', task: 'text-encoding' })

  loadsAs(test, { architecture: 'XLMRobertaXLModel', parameters: 47_345 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlmRobertaXl.textEncoding)
})
