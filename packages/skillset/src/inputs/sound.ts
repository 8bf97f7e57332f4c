import type { Tensor } from '@vitest-hardware/onnx-graph'
import type { SkillContext } from '../core/skill.ts'
import { SkillError } from '../core/skill-error.ts'

/** A clip at the model's sampling rate, one channel, −1 … 1. */
export interface Sound {
  readonly samples: Float32Array
}

/**
 * `input_values` `[1, samples]` (or `[1, 1, samples]`), normalised where the feature extractor says so.
 * @throws {SkillError} a model of spectrograms, whose feature extractor is not built in
 */
export function inputValues({ session, preprocessor }: SkillContext, { samples }: Sound): Record<string, Tensor> {
  const declared = session.inputs.find(({ name }) => name === 'input_values')?.value
  if (declared?.kind !== 'tensor') {
    throw new SkillError('the model takes features of a sound, not its samples', {
      input: session.inputs.map(({ name }) => name).join(', '),
      nextStep: 'give the features as tensors: skill.run({ tensors })',
    })
  }
  const data = preprocessor['do_normalize'] === true ? normalised(samples) : samples
  return { input_values: { type: 'float32', dims: declared.dims?.length === 3 ? [1, 1, data.length] : [1, data.length], data } }
}

/** To mean 0 and variance 1, as upstream's feature extractors do. */
function normalised(samples: Float32Array): Float32Array {
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length
  const variance = samples.reduce((sum, sample) => sum + (sample - mean) ** 2, 0) / samples.length
  return samples.map((sample) => (sample - mean) / Math.sqrt(variance + 1e-7))
}
