// Made by vitest-hardware 0.1.0 from 2615d312431e370f; do not edit, "vitest-hardware generate" writes it anew.
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
import { arcee } from './arcee.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'arcee' })

  loadsAs(test, { architecture: 'ArceeForCausalLM', parameters: 26_815 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, arcee.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 2,
    Concat: 10,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 24,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Relu: 2,
    Reshape: 12,
    Shape: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'arcee', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ArceeModel', parameters: 22_720 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, arcee.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'arcee', task: 'text-classification' })

  loadsAs(test, { architecture: 'ArceeForSequenceClassification', parameters: 22_816 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, arcee.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'arcee', task: 'question-answering' })

  loadsAs(test, { architecture: 'ArceeForQuestionAnswering', parameters: 22_786 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, arcee.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'arcee', task: 'token-classification' })

  loadsAs(test, { architecture: 'ArceeForTokenClassification', parameters: 22_819 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, arcee.tokenClassification)
})
