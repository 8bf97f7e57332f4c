import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { floats, relativeDifference, runBlock } from '../testing/run-model.ts'
import { locationVariableConvolution } from './location-variable-convolution.ts'

test('each frame is convolved by its own kernel, across the borders of frames', async () => {
  const [channels, outputChannels, kernel, frames, hop] = [2, 3, 3, 4, 2]
  const samples = frames * hop
  const x = seededNormal('x', channels * samples)
  const weights = seededNormal('weights', channels * outputChannels * kernel * frames)
  const biases = seededNormal('biases', outputChannels * frames)
  const inputs = {
    x: floats([1, channels, samples], x),
    weights: floats([1, channels, outputChannels, kernel, frames], weights),
    biases: floats([1, outputChannels, frames], biases),
  }
  const output = await runBlock(inputs, 3, (context, given) =>
    locationVariableConvolution(context, given['x']!, {
      weights: given['weights']!,
      biases: given['biases']!,
      hop,
      kernel,
      outputChannels,
    }),
  )
  const expected = Array.from({ length: outputChannels * samples }, (_, index) => {
    const [to, sample] = [Math.floor(index / samples), index % samples]
    const frame = Math.floor(sample / hop)
    let sum = biases[to * frames + frame]!
    for (let from = 0; from < channels; from++) {
      for (let tap = 0; tap < kernel; tap++) {
        const place = sample + tap - 1
        if (place < 0 || place >= samples) continue
        sum += x[from * samples + place]! * weights[((from * outputChannels + to) * kernel + tap) * frames + frame]!
      }
    }
    return sum
  })
  expect(output.dims).toEqual([1, outputChannels, samples])
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})
