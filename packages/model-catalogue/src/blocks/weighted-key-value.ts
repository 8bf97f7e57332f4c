import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { scan, zerosLike } from './scan.ts'

export interface WeightedKeyValueOptions {
  /** `[batch, length, channels]` */
  readonly key: Value
  /** `[batch, length, channels]` */
  readonly value: Value
  readonly channels: number
}

/**
 * RWKV-4's attention without queries: an average of values weighted by exp(key) that decays per channel, with a bonus for the current step
 * (Peng et al. 2023, arXiv:2305.13048, equation 16 and appendix D for the stable form): `[batch, length, channels]`.
 */
export function weightedKeyValue(context: GraphContext, { key, value, channels }: WeightedKeyValueOptions): Value {
  const { graph } = context
  const decay = graph.node('Neg', [graph.node('Exp', [context.weight('time_decay', [channels], { mean: -0.5, std: 0.5 })])])
  const bonus = context.weight('time_first', [channels], { std: 0.5 })
  const zeros = zerosLike(context, key, [channels])
  const dims = ['batch', channels]
  const state = (initial: Value) => ({ value: initial, dims })
  return scan(context, {
    // numerator, denominator, and the largest exponent so far, by which both are scaled down
    states: [state(zeros), state(zeros), state(graph.node('Sub', [zeros, graph.constant('float32', 1e38)]))],
    inputs: [
      { value: key, dims },
      { value, dims },
    ],
    step: (body, states, inputs) => {
      const [numerator, denominator, largest] = states as [Value, Value, Value]
      const [keyNow, valueNow] = inputs as [Value, Value]
      const weigh = (older: Value, newer: Value) => {
        const top = body.node('Max', [older, newer])
        const olderShare = body.node('Exp', [body.node('Sub', [older, top])])
        const newerShare = body.node('Exp', [body.node('Sub', [newer, top])])
        const add = (sum: Value, next: Value): Value => body.node('Add', [body.node('Mul', [olderShare, sum]), next])
        return { top, numerator: add(numerator, body.node('Mul', [newerShare, valueNow])), denominator: add(denominator, newerShare) }
      }
      const now = weigh(largest, body.node('Add', [keyNow, bonus]))
      const next = weigh(body.node('Add', [largest, decay]), keyNow)
      return { states: [next.numerator, next.denominator, next.top], output: body.node('Div', [now.numerator, now.denominator]) }
    },
    outputDims: dims,
  })
}
