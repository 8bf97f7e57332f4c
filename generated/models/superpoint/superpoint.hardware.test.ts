// Made by vitest-hardware 0.1.0 from 07378050960a2342; do not edit, "vitest-hardware generate" writes it anew.
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
import { superpoint } from './superpoint.skillset.ts'

describe('keypoint-detection', () => {
  const test = modelTest({ model: 'superpoint' })

  loadsAs(test, { architecture: 'SuperPointForKeypointDetection', parameters: 18_209 })
  answers(test, { keypoints: ['batch_size', 6, 2], scores: ['batch_size', 6], descriptors: ['batch_size', 6, 16], mask: ['batch_size', 6] })
  shows(test, 'alone')
  answersBySkill(test, superpoint.keypointDetection)
  isMadeOf(test, {
    And: 2,
    Cast: 8,
    Concat: 1,
    Conv: 12,
    DepthToSpace: 1,
    Div: 5,
    Equal: 3,
    Greater: 3,
    GridSample: 1,
    Identity: 4,
    Max: 2,
    MaxPool: 8,
    Mod: 1,
    Mul: 4,
    Not: 2,
    Or: 2,
    ReduceL2: 2,
    Relu: 10,
    Reshape: 1,
    Slice: 2,
    Softmax: 1,
    Squeeze: 1,
    Sub: 2,
    TopK: 1,
    Transpose: 1,
    Unsqueeze: 5,
    Where: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.001 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
