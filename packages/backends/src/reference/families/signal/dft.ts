import type { NodeContext, Operator, Values } from '../../operator.ts'
import { dimsText, normalizeAxis, sizeOf } from '../../shapes.ts'
import { numbersOf, values } from '../../values.ts'
import { checkDims, checkRank, optionalScalar, required } from '../input-checks.ts'
import { type Complex, complex, fourierTransform, mirrorSpectrum } from './fourier.ts'

/** ONNX DFT-20, and 17 with its axis in an attribute. One-sided inverse transforms (IRFFT) give a real signal. */
export const dft: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const parts = partsOf(x, node)
  const axis = axisOf(x, inputs, node)
  const inverse = node.int('inverse', 0) !== 0
  const oneSided = node.int('onesided', 0) !== 0
  if (oneSided && (parts === 2) !== inverse) {
    node.fail(inverse ? 'a one-sided inverse transform needs complex input' : 'a one-sided transform needs real input', 0)
  }
  const given = x.dims[axis]!
  const length = optionalScalar(inputs, 1, node) ?? (oneSided && inverse ? 2 * (given - 1) : given)
  if (length < 1) node.fail(`the length of the transform is ${length}, and at least 1 is needed`, 1)
  const bins = oneSided && !inverse ? Math.floor(length / 2) + 1 : length
  const outParts = oneSided && inverse ? 1 : 2
  const used = Math.min(given, oneSided && inverse ? Math.floor(length / 2) + 1 : length)
  const outer = sizeOf(x.dims, 0, axis)
  const inner = sizeOf(x.dims, axis + 1, x.dims.length - 1)
  const numbers = numbersOf(x)
  const result = new Float64Array(outer * bins * inner * outParts)
  const transform = fourierTransform(length, inverse)
  const line = complex(length)
  const out = complex(bins)
  for (let block = 0; block < outer; block += 1) {
    for (let column = 0; column < inner; column += 1) {
      line.im.fill(0)
      for (let index = 0; index < used; index += 1) {
        const from = ((block * given + index) * inner + column) * parts
        line.re[index] = numbers[from]!
        if (parts === 2) line.im[index] = numbers[from + 1]!
      }
      line.re.fill(0, used)
      if (oneSided && inverse) mirrorSpectrum(line)
      transform(line, out)
      for (let bin = 0; bin < bins; bin += 1) {
        const to = ((block * bins + bin) * inner + column) * outParts
        result[to] = out.re[bin]!
        if (outParts === 2) result[to + 1] = out.im[bin]!
      }
    }
  }
  const dims = x.dims.map((size, index) => (index === axis ? bins : index === x.dims.length - 1 ? outParts : size))
  return [values(x.type, dims, result)]
}

/** ONNX STFT-17: transforms of windowed frames; only frames that lie in the signal. */
export const stft: Operator = (inputs, node) => {
  const signal = required(inputs, 0, node)
  checkRank(node, signal, 0, 3)
  const parts = partsOf(signal, node)
  const step = optionalScalar(inputs, 1, node) ?? node.fail('this input is needed and is missing', 1)
  const window = inputs[2]
  const [batch, samples] = signal.dims as [number, number]
  const length = optionalScalar(inputs, 3, node) ?? window?.dims[0] ?? samples
  if (window !== undefined) checkDims(node, window, 2, [length])
  const oneSided = node.int('onesided', 1) !== 0
  if (oneSided && parts === 2) node.fail('a one-sided transform needs real input', 0)
  if (step < 1) node.fail(`the step is ${step}, and at least 1 is needed`, 1)
  if (length < 1 || length > samples) node.fail(`frames have ${length} samples, and the signal ${samples}`, 0)
  const frames = 1 + Math.floor((samples - length) / step)
  const bins = oneSided ? Math.floor(length / 2) + 1 : length
  const weights = window === undefined ? new Float64Array(length).fill(1) : numbersOf(window)
  const numbers = numbersOf(signal)
  const result = new Float64Array(batch * frames * bins * 2)
  const transform = fourierTransform(length, false)
  const line: Complex = complex(length)
  const out = complex(bins)
  for (let item = 0; item < batch; item += 1) {
    for (let frame = 0; frame < frames; frame += 1) {
      for (let index = 0; index < length; index += 1) {
        const from = (item * samples + frame * step + index) * parts
        line.re[index] = numbers[from]! * weights[index]!
        if (parts === 2) line.im[index] = numbers[from + 1]! * weights[index]!
      }
      transform(line, out)
      for (let bin = 0; bin < bins; bin += 1) {
        const to = ((item * frames + frame) * bins + bin) * 2
        result[to] = out.re[bin]!
        result[to + 1] = out.im[bin]!
      }
    }
  }
  return [values(signal.type, [batch, frames, bins, 2], result)]
}

/** 1 for a real signal, 2 for a complex one: the last dimension. */
function partsOf(x: Values, node: NodeContext): 1 | 2 {
  const parts = x.dims.at(-1)
  if (parts !== 1 && parts !== 2) node.fail(`its shape is ${dimsText(x.dims)}, and the last dimension of a signal is 1 or 2`, 0)
  return parts
}

function axisOf(x: Values, inputs: readonly (Values | undefined)[], node: NodeContext): number {
  const declared = node.opset < 20 ? node.int('axis', 1) : (optionalScalar(inputs, 2, node) ?? -2)
  const axis = normalizeAxis(declared, x.dims.length)
  if (axis === null || axis === x.dims.length - 1) return node.fail(`the axis ${declared} is none of a signal of shape ${dimsText(x.dims)}`)
  return axis
}
