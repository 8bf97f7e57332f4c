import type { Tensors } from '@vitest-hardware/onnx-graph'
import { defineTask } from '../core/define-task.ts'
import type { SkillContext } from '../core/skill.ts'
import { type Image, pixelValues } from '../inputs/image.ts'
import { complete } from '../inputs/complete.ts'
import { inputValues, type Sound } from '../inputs/sound.ts'
import { textTensors } from '../inputs/text.ts'
import { output } from '../outputs/numbers.ts'

export type FeatureInput = string | Image | Sound

/** One vector for an input. */
export interface Embedding {
  /** Mean over the positions of the last hidden state, or the pooled output where there is no other. */
  readonly vector: readonly number[]
}

/** A text's, image's or sound's tensors, by what is given. */
export function anyTensors(input: FeatureInput, context: SkillContext): Promise<Tensors> | Tensors {
  if (typeof input === 'string') return textTensors(context, input)
  if ('samples' in input) return complete(context.session, inputValues(context, input))
  return complete(context.session, { pixel_values: pixelValues(context, input) })
}

export function meanVector(outputs: Tensors): Embedding {
  const names = Object.keys(outputs).filter((name) => outputs[name]!.type.startsWith('float'))
  const { dims, data } = output(outputs, 'last_hidden_state', ...names)
  const size = dims.at(-1) ?? 1
  const positions = dims.length > 2 ? dims.slice(1, -1).reduce((product, dim) => product * dim, 1) : 1
  return {
    vector: Array.from({ length: size }, (_, index) => {
      let sum = 0
      for (let position = 0; position < positions; position++) sum += data[position * size + index]!
      return sum / positions
    }),
  }
}

/** A text, image or sound as one vector. */
export const featureExtraction = defineTask<FeatureInput, Embedding>({
  task: 'feature-extraction',
  preprocess: anyTensors,
  postprocess: meanVector,
})
