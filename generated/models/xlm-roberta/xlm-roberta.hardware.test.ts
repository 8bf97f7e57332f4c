// Made by vitest-hardware 0.1.0 from 5f27e9d04e25f228; do not edit, "vitest-hardware generate" writes it anew.
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
import { xlmRoberta } from './xlm-roberta.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'xlm-roberta' })

  loadsAs(test, { architecture: 'XLMRobertaForMaskedLM', parameters: 38_992 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlmRoberta.fillMask)
  isMadeOf(test, {
    Add: 26,
    Cast: 2,
    CumSum: 1,
    Div: 3,
    Equal: 1,
    Erf: 3,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 6,
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
  const test = modelTest({ model: 'xlm-roberta', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'XLMRobertaModel', parameters: 38_801 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlmRoberta.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'xlm-roberta', task: 'text-classification' })

  loadsAs(test, { architecture: 'XLMRobertaForSequenceClassification', parameters: 38_900 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, xlmRoberta.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'xlm-roberta', task: 'question-answering' })

  loadsAs(test, { architecture: 'XLMRobertaForQuestionAnswering', parameters: 37_811 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, xlmRoberta.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'xlm-roberta', task: 'token-classification' })

  loadsAs(test, { architecture: 'XLMRobertaForTokenClassification', parameters: 37_843 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlmRoberta.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'xlm-roberta', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'XLMRobertaForMultipleChoice', parameters: 38_835 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, xlmRoberta.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'xlm-roberta', task: 'pretraining' })

  loadsAs(test, { architecture: 'XLMRobertaForMaskedLM', parameters: 38_992 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlmRoberta.pretraining)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'xlm-roberta', task: 'text-generation' })

  loadsAs(test, { architecture: 'XLMRobertaForCausalLM', parameters: 38_994 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, xlmRoberta.textGeneration)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'xlm-roberta', task: 'text-encoding' })

  loadsAs(test, { architecture: 'XLMRobertaModel', parameters: 38_801 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlmRoberta.textEncoding)
})
