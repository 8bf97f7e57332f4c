import { defineTask } from '../core/define-task.ts'
import { anyTensors, type Embedding, type FeatureInput, meanVector } from './feature-extraction.ts'

/** An image as one vector. */
export const imageFeatureExtraction = defineTask<FeatureInput, Embedding>({
  task: 'image-feature-extraction',
  preprocess: anyTensors,
  postprocess: meanVector,
})
