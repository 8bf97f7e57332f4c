// Made by vitest-hardware 0.1.0 from fc128632de007f3f; do not edit, "vitest-hardware generate" writes it anew.
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
import { nemotron } from './nemotron.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'nemotron' })

  loadsAs(test, { architecture: 'NemotronForCausalLM', parameters: 24_927 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, nemotron.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 2,
    Concat: 14,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 14,
    Neg: 4,
    Range: 2,
    Relu: 2,
    Reshape: 12,
    Shape: 2,
    Softmax: 2,
    Split: 8,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'nemotron', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'NemotronModel', parameters: 20_832 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, nemotron.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'nemotron', task: 'text-classification' })

  loadsAs(test, { architecture: 'NemotronForSequenceClassification', parameters: 20_928 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, nemotron.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'nemotron', task: 'question-answering' })

  loadsAs(test, { architecture: 'NemotronForQuestionAnswering', parameters: 20_899 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, nemotron.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'nemotron', task: 'token-classification' })

  loadsAs(test, { architecture: 'NemotronForTokenClassification', parameters: 20_931 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, nemotron.tokenClassification)
})
