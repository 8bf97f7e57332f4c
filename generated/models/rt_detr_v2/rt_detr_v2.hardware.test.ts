// Made by vitest-hardware 0.1.0 from 6d5babea5fc98f24; do not edit, "vitest-hardware generate" writes it anew.
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
import { rtDetrV2 } from './rt_detr_v2.skillset.ts'

describe('object-detection', () => {
  const test = modelTest({ model: 'rt_detr_v2' })

  loadsAs(test, { architecture: 'RTDetrV2ForObjectDetection', parameters: 189_570 })
  answers(test, { logits: ['batch_size', 6, 10], pred_boxes: ['batch_size', 6, 4] })
  shows(test, 'alone')
  answersBySkill(test, rtDetrV2.objectDetection)
  isMadeOf(test, {
    Add: 81,
    AveragePool: 3,
    BatchNormalization: 65,
    Concat: 7,
    Conv: 65,
    Div: 3,
    Erf: 1,
    Expand: 2,
    GatherND: 2,
    GridSample: 6,
    Identity: 2,
    LayerNormalization: 9,
    Log: 2,
    MatMul: 48,
    Max: 4,
    MaxPool: 1,
    Mul: 33,
    ReduceMax: 1,
    ReduceSum: 2,
    Relu: 37,
    Reshape: 43,
    Resize: 2,
    Sigmoid: 23,
    Slice: 4,
    Softmax: 5,
    Split: 4,
    Sub: 4,
    TopK: 1,
    Transpose: 36,
    Unsqueeze: 7,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForObjectDetection' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'rt_detr_v2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'RTDetrV2Model', parameters: 186_996 })
  answers(test, { last_hidden_state: ['batch_size', 6, 32] })
  shows(test, 'alone')
  answersBySkill(test, rtDetrV2.featureExtraction)
})
