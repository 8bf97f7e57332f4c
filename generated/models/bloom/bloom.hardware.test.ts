// Made by vitest-hardware 0.1.0 from 058520f3d2d932aa; do not edit, "vitest-hardware generate" writes it anew.
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
import { bloom } from './bloom.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'bloom' })

  loadsAs(test, { architecture: 'BloomForCausalLM', parameters: 29_664 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, bloom.textGeneration)
  isMadeOf(test, {
    Add: 20,
    Cast: 4,
    Concat: 4,
    CumSum: 3,
    Gather: 3,
    Identity: 5,
    LayerNormalization: 6,
    LessOrEqual: 1,
    MatMul: 13,
    Max: 1,
    Mul: 20,
    Neg: 1,
    Range: 2,
    Reshape: 10,
    Shape: 3,
    Slice: 2,
    Softmax: 2,
    Split: 2,
    Sub: 5,
    Tanh: 2,
    Transpose: 11,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'bloom', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BloomModel', parameters: 29_662 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, bloom.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'bloom', task: 'pretraining' })

  loadsAs(test, { architecture: 'BloomForCausalLM', parameters: 29_664 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, bloom.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'bloom', task: 'text-classification' })

  loadsAs(test, { architecture: 'BloomForSequenceClassification', parameters: 29_758 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, bloom.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'bloom', task: 'question-answering' })

  loadsAs(test, { architecture: 'BloomForQuestionAnswering', parameters: 29_729 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, bloom.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'bloom', task: 'token-classification' })

  loadsAs(test, { architecture: 'BloomForTokenClassification', parameters: 29_761 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, bloom.tokenClassification)
})
