// Made by vitest-hardware 0.1.0 from 03e48cb4ce144549; do not edit, "vitest-hardware generate" writes it anew.
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
import { bigbirdPegasus } from './bigbird_pegasus.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'bigbird_pegasus' })

  loadsAs(test, { architecture: 'BigBirdPegasusForConditionalGeneration', parameters: 79_254 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, bigbirdPegasus.text2textGeneration)
  isMadeOf(test, {
    Add: 37,
    Cast: 3,
    Gather: 7,
    Identity: 2,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 35,
    Range: 4,
    Reshape: 24,
    Shape: 3,
    Softmax: 6,
    Sub: 4,
    Tanh: 4,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'bigbird_pegasus', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BigBirdPegasusModel', parameters: 79_126 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, bigbirdPegasus.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'bigbird_pegasus', task: 'text-generation' })

  loadsAs(test, { architecture: 'BigBirdPegasusForCausalLM', parameters: 37_460 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, bigbirdPegasus.textGeneration)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'bigbird_pegasus', task: 'text-classification' })

  loadsAs(test, { architecture: 'BigBirdPegasusForSequenceClassification', parameters: 80_283 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, bigbirdPegasus.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'bigbird_pegasus', task: 'question-answering' })

  loadsAs(test, { architecture: 'BigBirdPegasusForQuestionAnswering', parameters: 79_193 })
  answers(test, { start_logits: ['batch_size', 'decoder_sequence_length'], end_logits: ['batch_size', 'decoder_sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, bigbirdPegasus.questionAnswering)
})
