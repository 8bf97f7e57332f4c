import { sin } from '../exact-math.ts'
import { type InputRequest, type InputRule, normal, numbers } from './input-rule.ts'

/** Samples a second, of every published speech model here. */
const samplingRate = 16_000
const harmonics = 6

/**
 * Voice-like waveforms `[batch, samples]` at 16 kHz: harmonics of a pitch of 90 to 250 Hz that fall off by 1/n, and noise;
 * then zero mean and unit variance, as `Wav2Vec2FeatureExtractor` leaves them.
 */
function waveforms({ dims, count, random }: InputRequest): Float64Array {
  const length = dims.at(-1) ?? 1
  const values = new Float64Array(count)
  for (let start = 0; start < count; start += length) {
    const pitch = 90 + random() * 160
    const tones = Array.from({ length: harmonics }, (_, index) => ({
      frequency: pitch * (index + 1),
      weight: (0.5 + random()) / (index + 1),
      phase: random(),
    }))
    const one = values.subarray(start, start + length)
    for (let index = 0; index < length; index++) {
      one[index] = 0.05 * normal(random)
      for (const { frequency, weight, phase } of tones)
        one[index]! += weight * sin(2 * Math.PI * ((frequency * index) / samplingRate + phase))
    }
    standardise(one)
  }
  return values
}

function standardise(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  for (let index = 0; index < values.length; index++) values[index] = (values[index]! - mean) / Math.sqrt(variance + 1e-7)
}

/**
 * Log-mel spectrograms: bright bands at harmonics that glide in time, over a noisy floor, fading towards high bins.
 * From -1 to about 1, as `WhisperFeatureExtractor` scales them.
 * @param timeAxis whether frames are the last axis or the one before
 */
function spectrograms({ dims, count, random }: InputRequest, timeAxis: -1 | -2): Float64Array {
  const [rows, columns] = [dims.at(-2) ?? 1, dims.at(-1) ?? 1]
  const [bins, frames] = timeAxis === -1 ? [rows, columns] : [columns, rows]
  const values = new Float64Array(count)
  for (let start = 0; start < count; start += rows * columns) {
    const [spacing, glide, phase] = [bins / (4 + random() * 6), random() * 3, random()]
    for (let index = 0; index < rows * columns; index++) {
      const [row, column] = [Math.floor(index / columns), index % columns]
      const [bin, frame] = timeAxis === -1 ? [row, column] : [column, row]
      const band = sin(2 * Math.PI * ((bin + glide * sin((2 * Math.PI * frame) / frames)) / spacing + phase))
      const level = 0.5 * band - (0.6 * bin) / bins + 0.1 * normal(random)
      values[start + index] = Math.max(-1, level)
    }
  }
  return values
}

/** Sound, by the names that feature extractors give it. */
export const audioRules: readonly InputRule[] = [
  {
    names: /^(input_values|audio|waveform)$/,
    fill: (request) => (request.dims.length > 2 && request.dims.at(-2) !== 1 ? spectrograms(request, -2) : waveforms(request)),
  },
  { names: /^input_features$/, fill: (request) => spectrograms(request, -1) },
  // whole windows, so that a sound fills all the places that its text has for it
  { names: /^input_features_mask$/, fill: ({ count }) => numbers(count, () => 1) },
]
