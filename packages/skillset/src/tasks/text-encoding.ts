import { defineTask } from '../core/define-task.ts'
import { anyTensors, type Embedding, type FeatureInput, meanVector } from './feature-extraction.ts'

/** A text as one vector, by its encoder alone. */
export const textEncoding = defineTask<FeatureInput, Embedding>({ task: 'text-encoding', preprocess: anyTensors, postprocess: meanVector })
