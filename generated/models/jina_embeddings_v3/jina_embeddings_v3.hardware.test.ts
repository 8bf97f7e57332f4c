// Made by vitest-hardware 0.1.0 from a6fd12a952d4fbbe; do not edit, "vitest-hardware generate" writes it anew.
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
import { jinaEmbeddingsV3 } from './jina_embeddings_v3.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'jina_embeddings_v3' })

  loadsAs(test, { architecture: 'JinaEmbeddingsV3ForMaskedLM', parameters: 26_642 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, jinaEmbeddingsV3.fillMask)
  isMadeOf(test, {
    Add: 29,
    Cast: 1,
    Concat: 6,
    Div: 3,
    Erf: 3,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 17,
    Neg: 4,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Split: 4,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'jina_embeddings_v3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'JinaEmbeddingsV3Model', parameters: 26_450 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, jinaEmbeddingsV3.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'jina_embeddings_v3', task: 'text-classification' })

  loadsAs(test, { architecture: 'JinaEmbeddingsV3ForSequenceClassification', parameters: 26_549 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, jinaEmbeddingsV3.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'jina_embeddings_v3', task: 'question-answering' })

  loadsAs(test, { architecture: 'JinaEmbeddingsV3ForQuestionAnswering', parameters: 25_461 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, jinaEmbeddingsV3.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'jina_embeddings_v3', task: 'token-classification' })

  loadsAs(test, { architecture: 'JinaEmbeddingsV3ForTokenClassification', parameters: 25_493 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, jinaEmbeddingsV3.tokenClassification)
})
