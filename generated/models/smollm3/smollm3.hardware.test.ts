// Made by vitest-hardware 0.1.0 from a4a11cd1be791ce0; do not edit, "vitest-hardware generate" writes it anew.
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
import { smollm3 } from './smollm3.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'smollm3' })

  loadsAs(test, { architecture: 'SmolLM3ForCausalLM', parameters: 26_815 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, smollm3.textGeneration)
  isMadeOf(test, {
    Add: 13,
    Cast: 2,
    Concat: 8,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 22,
    Neg: 2,
    Range: 2,
    ReduceMean: 5,
    Reshape: 12,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 2,
    Sqrt: 5,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'smollm3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SmolLM3Model', parameters: 26_816 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, smollm3.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'smollm3', task: 'text-classification' })

  loadsAs(test, { architecture: 'SmolLM3ForSequenceClassification', parameters: 26_912 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, smollm3.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'smollm3', task: 'question-answering' })

  loadsAs(test, { architecture: 'SmolLM3ForQuestionAnswering', parameters: 26_882 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, smollm3.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'smollm3', task: 'token-classification' })

  loadsAs(test, { architecture: 'SmolLM3ForTokenClassification', parameters: 26_915 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, smollm3.tokenClassification)
})
