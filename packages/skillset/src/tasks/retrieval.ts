import { defineTask } from '../core/define-task.ts'
import { anyTensors, type Embedding, type FeatureInput, meanVector } from './feature-extraction.ts'

/** A text or image as one vector to search by. */
export const retrieval = defineTask<FeatureInput, Embedding>({ task: 'retrieval', preprocess: anyTensors, postprocess: meanVector })
