import { type DataType, toNumbers, type ValueInfo } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { seededInputs } from './seeded-inputs.ts'

const tensor = (name: string, type: DataType, dims: readonly (number | string)[]): ValueInfo => ({
  name,
  value: { kind: 'tensor', type, onnxType: `tensor(${type})`, dims },
})
const config = (fields: Readonly<Record<string, unknown>>) => ({ model_type: 'any', architectures: [], ...fields })
const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
function deviation(values: ArrayLike<number>): number {
  const centre = mean(values)
  return Math.sqrt(mean(Array.from(values, (value) => (value - centre) ** 2)))
}
/** Correlation of a row-major list with itself `lag` further. */
function correlation(values: ArrayLike<number>, lag: number): number {
  const list = Array.from(values)
  const [centre, spread] = [mean(list), deviation(list)]
  return mean(list.slice(lag).map((value, index) => ((value - centre) * (list[index]! - centre)) / spread ** 2))
}

describe('shapes', () => {
  test.each([
    [
      'latents from the config',
      'sample',
      ['batch', 'num_channels', 'height', 'width'],
      { in_channels: 4, sample_size: 16 },
      [1, 4, 16, 16],
    ],
    ['latents of an unknown model', 'latent_sample', ['batch', 'channels', 'height', 'width'], {}, [1, 4, 64, 64]],
    ['a waveform', 'input_values', ['batch_size', 'sequence_length'], {}, [1, 1600]],
    [
      'mel features',
      'input_features',
      ['batch_size', 'feature_size', 'encoder_sequence_length'],
      { num_mel_bins: 16, max_source_positions: 50 },
      [1, 16, 100],
    ],
    ['a timestep of its own axis', 'timestep', ['steps'], {}, [1]],
    [
      'images of a part of the config',
      'pixel_values',
      ['image_batch_size', 'num_channels', 'height', 'width'],
      { vision_config: { image_size: 32, num_channels: 1 } },
      [1, 1, 32, 32],
    ],
  ])('%s', (_, name, dims, fields, expected) => {
    expect(seededInputs([tensor(name, 'float32', dims)], { config: config(fields) })[name]!.dims).toEqual(expected)
  })
})

describe('numbers', () => {
  test('an image is normalised, smooth, and another one for each item', () => {
    const values = toNumbers(seededInputs([tensor('pixel_values', 'float32', [2, 3, 32, 32])])['pixel_values']!)
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(1)
    expect(deviation(values)).toBeGreaterThan(0.1)
    expect(correlation(values, 1)).toBeGreaterThan(0.7)
    expect(values.slice(0, 3072)).not.toEqual(values.slice(3072))
  })

  test('a waveform has zero mean, unit variance and a pitch between 90 and 250 Hz', () => {
    const values = toNumbers(seededInputs([tensor('input_values', 'float32', [1, 4000])])['input_values']!)
    expect(mean(values)).toBeCloseTo(0, 5)
    expect(deviation(values)).toBeCloseTo(1, 3)
    const lags = Array.from({ length: 16_000 / 90 - 16_000 / 250 }, (_, index) => Math.floor(16_000 / 250) + index)
    expect(Math.max(...lags.map((lag) => correlation(values, lag)))).toBeGreaterThan(0.7)
  })

  test('a spectrogram stays in the extractor’s range, is bright in bands and weak on top', () => {
    const [bins, frames] = [16, 100]
    const values = toNumbers(seededInputs([tensor('input_features', 'float32', [1, bins, frames])])['input_features']!)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-1)
    expect(Math.max(...values)).toBeLessThan(1.5)
    expect(mean(values.slice(0, 4 * frames))).toBeGreaterThan(mean(values.slice(-4 * frames)))
    expect(correlation(values, 1)).toBeGreaterThan(0.5)
  })

  test('noise is normal, steps and classes are whole and in range', () => {
    const inputs = seededInputs(
      [tensor('sample', 'float32', [1, 4, 32, 32]), tensor('timestep', 'int64', [500]), tensor('class_labels', 'int64', [500])],
      { config: config({ num_embeds_ada_norm: 16 }) },
    )
    const noise = toNumbers(inputs['sample']!)
    expect(mean(noise)).toBeCloseTo(0, 1)
    expect(deviation(noise)).toBeCloseTo(1, 1)
    expect(Math.max(...toNumbers(inputs['timestep']!))).toBeLessThan(1000)
    expect(new Set(toNumbers(inputs['class_labels']!))).toEqual(new Set(Array.from({ length: 16 }, (_, index) => index)))
  })
})
