import { modelInputs, parseModel } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { seededInputs } from '../../inputs/seeded-inputs.ts'
import { graphsOf, openType } from '../../testing/run-model.ts'
import { modelTypes } from './wav2vec2.ts'

const modelType = modelTypes[0]!

const kernels = modelType.config['conv_kernel'] as readonly number[]
const strides = modelType.config['conv_stride'] as readonly number[]

test.each([65, 400, 1600, 1601])('%i samples give as many frames as the convolutions leave', async (samples) => {
  const declared = modelInputs(parseModel(graphsOf(modelType)[0]!.bytes, 'wav2vec2'))
  const outputs = await (await openType(modelType)).run(seededInputs(declared, { config: modelType.config, dims: { samples } }))
  // upstream's `_get_feat_extract_output_lengths`
  const frames = kernels.reduce((length, kernel, index) => Math.floor((length - kernel) / strides[index]!) + 1, samples)
  expect(outputs['logits']!.dims).toEqual([1, frames, 128])
})
