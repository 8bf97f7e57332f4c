// Made by vitest-hardware 0.1.0 from a64315a038a97b0e; do not edit, "vitest-hardware generate" writes it anew.
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
import { opt } from './opt.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'opt' })

  loadsAs(test, { architecture: 'OPTForCausalLM', parameters: 46_034 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, opt.textGeneration)
  isMadeOf(test, {
    Add: 20,
    Cast: 2,
    Concat: 4,
    CumSum: 1,
    Gather: 4,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Max: 1,
    Mul: 4,
    Neg: 1,
    Range: 2,
    Relu: 2,
    Reshape: 8,
    Shape: 3,
    Slice: 2,
    Softmax: 2,
    Sub: 3,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'opt', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'OPTModel', parameters: 46_032 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, opt.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'opt', task: 'text-classification' })

  loadsAs(test, { architecture: 'OPTForSequenceClassification', parameters: 46_128 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, opt.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'opt', task: 'question-answering' })

  loadsAs(test, { architecture: 'OPTForQuestionAnswering', parameters: 46_099 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, opt.questionAnswering)
})
