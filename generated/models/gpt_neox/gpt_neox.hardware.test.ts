// Made by vitest-hardware 0.1.0 from cb33c09306e58614; do not edit, "vitest-hardware generate" writes it anew.
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
import { gptNeox } from './gpt_neox.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'gpt_neox' })

  loadsAs(test, { architecture: 'GPTNeoXForCausalLM', parameters: 34_715 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gptNeox.textGeneration)
  isMadeOf(test, {
    Add: 20,
    Cast: 2,
    Concat: 14,
    Div: 2,
    Erf: 2,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 16,
    Neg: 4,
    Range: 2,
    Reshape: 10,
    Shape: 2,
    Softmax: 2,
    Split: 10,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'gpt_neox', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GPTNeoXModel', parameters: 30_620 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, gptNeox.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'gpt_neox', task: 'text-classification' })

  loadsAs(test, { architecture: 'GPTNeoXForSequenceClassification', parameters: 30_716 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, gptNeox.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'gpt_neox', task: 'question-answering' })

  loadsAs(test, { architecture: 'GPTNeoXForQuestionAnswering', parameters: 30_687 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, gptNeox.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'gpt_neox', task: 'token-classification' })

  loadsAs(test, { architecture: 'GPTNeoXForTokenClassification', parameters: 30_719 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, gptNeox.tokenClassification)
})
