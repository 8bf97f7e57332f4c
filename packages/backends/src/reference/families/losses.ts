import type { Family, NodeContext, NumberData, Operator, Values } from '../operator.ts'
import { dimsText, sizeOf } from '../shapes.ts'
import { numberList, numbersOf, values } from '../values.ts'
import { logSoftmax } from './softmax.ts'

/** Losses of single elements with the weight of each, and what becomes of them by the attribute `reduction`. */
function reduced(losses: NumberData, weights: NumberData, like: Values, dims: readonly number[], node: NodeContext): Values {
  const sum = (data: NumberData): number => data.reduce((total, value) => total + value, 0)
  const reduction = node.string('reduction', 'mean')
  if (reduction === 'none') return values(like.type, dims, losses)
  if (reduction === 'sum') return values(like.type, [], Float64Array.of(sum(losses)))
  return values(like.type, [], Float64Array.of(sum(losses) / sum(weights)))
}

/**
 * NegativeLogLikelihoodLoss-22: −weight[target] · input[target] along axis 1; the mean is by the weights, ignored targets weigh nothing.
 */
function negativeLogLikelihood(x: Values, target: Values, weight: Values | undefined, node: NodeContext): Values {
  const [batches, classes] = x.dims
  const inner = sizeOf(x.dims, 2)
  if (target.data.length !== batches! * inner) return node.fail(`${dimsText(target.dims)} does not fit ${dimsText(x.dims)}`, 1)
  const ignored = node.int('ignore_index', null)
  const data = numbersOf(x)
  const perClass = weight === undefined ? null : numbersOf(weight)
  const losses = new Float64Array(target.data.length)
  const weights = new Float64Array(target.data.length)
  for (const [at, given] of numberList(target).entries()) {
    if (given === ignored) continue
    if (given < 0 || given >= classes!) return node.fail(`the class ${given} is not one of ${classes}`, 1)
    weights[at] = perClass?.[given] ?? 1
    losses[at] = -weights[at] * data[(Math.floor(at / inner) * classes! + given) * inner + (at % inner)]!
  }
  return reduced(losses, weights, x, target.dims, node)
}

const nllLoss: Operator = ([x, target, weight], node) => [negativeLogLikelihood(x!, target!, weight, node)]

/** SoftmaxCrossEntropyLoss-13: the same of the log-softmax along axis 1, which is the second output. */
const crossEntropyLoss: Operator = ([scores, labels, weight], node) => {
  const [logarithms] = logSoftmax([scores], { ...node, opset: 13, int: () => 1 })
  return [negativeLogLikelihood(logarithms!, labels!, weight, node), logarithms]
}

/** Losses, up to ONNX's operator set 25. */
export const losses: Family = {
  name: 'losses',
  operators: {
    NegativeLogLikelihoodLoss: { since: 12, inputs: 2, evaluate: nllLoss },
    SoftmaxCrossEntropyLoss: { since: 12, inputs: 2, evaluate: crossEntropyLoss },
  },
}
