import type { NodeContext } from '../../operator.ts'

export type Activation = (value: number) => number

interface Kind {
  /** Default of `alpha`, where the function has one; those of the ONNX operator of the same name. */
  readonly alpha?: number
  readonly beta?: number
  readonly make: (alpha: number, beta: number) => Activation
}

const kinds: Readonly<Record<string, Kind>> = {
  relu: { make: () => (x) => Math.max(0, x) },
  tanh: { make: () => Math.tanh },
  sigmoid: { make: () => sigmoid },
  affine: { alpha: 1, beta: 0, make: (alpha, beta) => (x) => alpha * x + beta },
  leakyrelu: { alpha: 0.01, make: (alpha) => (x) => (x >= 0 ? x : alpha * x) },
  thresholdedrelu: { alpha: 1, make: (alpha) => (x) => (x >= alpha ? x : 0) },
  scaledtanh: { alpha: 1, beta: 1, make: (alpha, beta) => (x) => alpha * Math.tanh(beta * x) },
  hardsigmoid: { alpha: 0.2, beta: 0.5, make: (alpha, beta) => (x) => Math.min(Math.max(alpha * x + beta, 0), 1) },
  elu: { alpha: 1, make: (alpha) => (x) => (x >= 0 ? x : alpha * Math.expm1(x)) },
  softsign: { make: () => (x) => x / (1 + Math.abs(x)) },
  softplus: { make: () => (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) },
}

function sigmoid(x: number): number {
  // exp of a negative number alone never overflows
  const small = Math.exp(-Math.abs(x))
  return x >= 0 ? 1 / (1 + small) : small / (1 + small)
}

/**
 * The activation functions of each direction, as `activations`, `activation_alpha`, `activation_beta` and `clip` say
 * (ONNX LSTM-22). Alphas and betas go, in order, to those functions that take one.
 * @param defaults names for one direction
 */
export function activationsOf(node: NodeContext, directions: number, defaults: readonly string[]): Activation[][] {
  const declared = node.strings('activations', undefined)
  const names = declared ?? Array.from({ length: directions }, () => defaults).flat()
  // RNN declares two names by default, also for one direction
  if (names.length < directions * defaults.length) {
    node.fail(`activations has ${names.length} names, and ${directions * defaults.length} are needed`)
  }
  const alphas = [...(node.floats('activation_alpha', undefined) ?? [])]
  const betas = [...(node.floats('activation_beta', undefined) ?? [])]
  const clip = node.float('clip', Number.POSITIVE_INFINITY)
  const made = names.map((name) => {
    const kind = kinds[name.toLowerCase()] ?? node.fail(`activations has ${name}, which is none of ${Object.keys(kinds).join(', ')}`)
    const alpha = kind.alpha === undefined ? 0 : (alphas.shift() ?? kind.alpha)
    const beta = kind.beta === undefined ? 0 : (betas.shift() ?? kind.beta)
    return clipped(kind.make(alpha, beta), clip)
  })
  return Array.from({ length: directions }, (_, direction) => made.slice(direction * defaults.length, (direction + 1) * defaults.length))
}

function clipped(activation: Activation, clip: number): Activation {
  return clip === Number.POSITIVE_INFINITY ? activation : (x) => activation(Math.min(Math.max(x, -clip), clip))
}
