// Made by vitest-hardware 0.1.0 from 8df95b76deabc543; do not edit, "vitest-hardware generate" writes it anew.
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
import { seedOss } from './seed_oss.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'seed_oss' })

  loadsAs(test, { architecture: 'SeedOssForCausalLM', parameters: 41_407 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, seedOss.textGeneration)
  isMadeOf(test, {
    Add: 21,
    Cast: 2,
    Concat: 10,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 26,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 12,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'seed_oss', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SeedOssModel', parameters: 37_312 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, seedOss.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'seed_oss', task: 'text-classification' })

  loadsAs(test, { architecture: 'SeedOssForSequenceClassification', parameters: 37_408 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, seedOss.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'seed_oss', task: 'question-answering' })

  loadsAs(test, { architecture: 'SeedOssForQuestionAnswering', parameters: 37_378 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, seedOss.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'seed_oss', task: 'token-classification' })

  loadsAs(test, { architecture: 'SeedOssForTokenClassification', parameters: 37_411 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, seedOss.tokenClassification)
})
