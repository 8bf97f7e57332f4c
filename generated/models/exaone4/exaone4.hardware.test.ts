// Made by vitest-hardware 0.1.0 from eccd5cef81067ed1; do not edit, "vitest-hardware generate" writes it anew.
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
import { exaone4 } from './exaone4.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'exaone4' })

  loadsAs(test, { architecture: 'Exaone4ForCausalLM', parameters: 30_945 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, exaone4.textGeneration)
  isMadeOf(test, {
    Add: 17,
    Cast: 5,
    Concat: 8,
    Div: 9,
    Expand: 4,
    Gather: 7,
    Identity: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 19,
    Mul: 33,
    Neg: 2,
    Range: 4,
    ReduceMean: 9,
    Reshape: 12,
    Shape: 4,
    Sigmoid: 2,
    Softmax: 2,
    Split: 2,
    Sqrt: 9,
    Sub: 5,
    Transpose: 10,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'exaone4', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Exaone4Model', parameters: 26_850 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, exaone4.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'exaone4', task: 'pretraining' })

  loadsAs(test, { architecture: 'Exaone4ForCausalLM', parameters: 30_945 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, exaone4.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'exaone4', task: 'text-classification' })

  loadsAs(test, { architecture: 'Exaone4ForSequenceClassification', parameters: 26_946 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, exaone4.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'exaone4', task: 'question-answering' })

  loadsAs(test, { architecture: 'Exaone4ForQuestionAnswering', parameters: 26_916 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, exaone4.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'exaone4', task: 'token-classification' })

  loadsAs(test, { architecture: 'Exaone4ForTokenClassification', parameters: 26_949 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, exaone4.tokenClassification)
})
