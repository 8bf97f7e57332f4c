import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { multiply, unsqueeze } from './arithmetic.ts'
import { scan, zerosLike } from './scan.ts'

export interface DeltaRuleOptions {
  /** `[batch, length, heads, keySize]`; already normalised and scaled. */
  readonly query: Value
  /** `[batch, length, heads, keySize]`; normalised. */
  readonly key: Value
  /** `[batch, length, heads, valueSize]` */
  readonly value: Value
  /** Logarithm of the decay, negative, `[batch, length, heads]`. */
  readonly decay: Value
  /** How much of the error is written, `[batch, length, heads]`. */
  readonly beta: Value
  readonly heads: number
  readonly keySize: number
  readonly valueSize: number
}

/**
 * The gated delta rule: S ← α·S + β·k⊗(v - α·Sᵀk), o = Sᵀq, with α = exp(decay) (Yang et al. 2024, arXiv:2412.06464, equation 10): `[batch, length, heads, valueSize]`.
 */
export function gatedDeltaRule(context: GraphContext, options: DeltaRuleOptions): Value {
  const { graph } = context
  const { query, key, value, decay, beta, heads, keySize, valueSize } = options
  const perKey = (x: Value): Value => unsqueeze(context, x, 4)
  const rows = graph.constant('int64', [2])
  const columns: (number | string)[] = ['batch', heads, keySize, 1]
  return scan(context, {
    states: [{ value: zerosLike(context, query, [heads, keySize, valueSize]), dims: ['batch', heads, keySize, valueSize] }],
    inputs: [
      { value: perKey(query), dims: columns },
      { value: perKey(key), dims: columns },
      { value, dims: ['batch', heads, valueSize] },
      { value: unsqueeze(context, graph.node('Exp', [decay]), 3, 4), dims: ['batch', heads, 1, 1] },
      { value: unsqueeze(context, beta, 3), dims: ['batch', heads, 1] },
    ],
    step: (body, [before], inputs) => {
      const [q, k, v, a, b] = inputs as [Value, Value, Value, Value, Value]
      const read = (state: Value, by: Value): Value => body.node('ReduceSum', [body.node('Mul', [state, by]), rows], { keepdims: 0 })
      const decayed = body.node('Mul', [before!, a])
      const error = body.node('Mul', [body.node('Sub', [v, read(decayed, k)]), b])
      const next = body.node('Add', [decayed, body.node('Mul', [k, body.node('Unsqueeze', [error, rows])])])
      return { states: [next], output: read(next, q) }
    },
    outputDims: ['batch', heads, valueSize],
  })
}

/** x / √(Σx² + 10⁻⁶) over the last axis. */
export function unitLength(context: GraphContext, x: Value): Value {
  const { graph } = context
  const squares = graph.node('ReduceSum', [multiply(context, x, x), graph.constant('int64', [-1])], { keepdims: 1 })
  return graph.node('Div', [x, graph.node('Sqrt', [graph.node('Add', [squares, graph.constant('float32', 1e-6)])])])
}

/** h ← a·h + x for each channel: `[batch, length, channels]` (De et al. 2024, arXiv:2402.19427, equation 4). */
export function linearRecurrence(
  context: GraphContext,
  { a, x, channels }: { readonly a: Value; readonly x: Value; readonly channels: number },
): Value {
  const dims = ['batch', channels]
  return scan(context, {
    states: [{ value: zerosLike(context, x, [channels]), dims }],
    inputs: [
      { value: a, dims },
      { value: x, dims },
    ],
    step: (body, [before], [decay, now]) => {
      const next = body.node('Add', [body.node('Mul', [decay!, before!]), now!])
      return { states: [next], output: body.node('Identity', [next]) }
    },
    outputDims: dims,
  })
}

export interface MatrixMemoryOptions {
  /** `[batch, length, heads, keySize]`, scaled. */
  readonly query: Value
  readonly key: Value
  /** `[batch, length, heads, valueSize]` */
  readonly value: Value
  /** Logarithm of the input gate `[batch, length, heads]`. */
  readonly input: Value
  /** Logarithm of the forget gate, negative, `[batch, length, heads]`. */
  readonly forget: Value
  readonly heads: number
  readonly keySize: number
  readonly valueSize: number
}

/** xLSTM's matrix memory with exponential gates and their stabiliser (Beck et al. 2024, arXiv:2405.04517, equations 19–27): `[batch, length, heads, valueSize]`. */
export function matrixMemory(context: GraphContext, options: MatrixMemoryOptions): Value {
  const { graph } = context
  const { query, key, value, input, forget, heads, keySize, valueSize } = options
  const rows = graph.constant('int64', [2])
  const column = (x: Value): Value => unsqueeze(context, x, 4)
  const columns: (number | string)[] = ['batch', heads, keySize, 1]
  const gates: (number | string)[] = ['batch', heads, 1, 1]
  const state = (dims: readonly number[]) => ({ value: zerosLike(context, query, dims), dims: ['batch', ...dims] })
  return scan(context, {
    states: [state([heads, keySize, valueSize]), state([heads, keySize, 1]), state([heads, 1, 1])],
    inputs: [
      { value: column(query), dims: columns },
      { value: column(key), dims: columns },
      { value: unsqueeze(context, value, 3), dims: ['batch', heads, 1, valueSize] },
      { value: unsqueeze(context, input, 3, 4), dims: gates },
      { value: unsqueeze(context, forget, 3, 4), dims: gates },
    ],
    step: (body, states, inputs) => {
      const [memory, normaliser, stabiliser] = states as [Value, Value, Value]
      const [q, k, v, i, f] = inputs as [Value, Value, Value, Value, Value]
      const kept = body.node('Add', [f, stabiliser])
      const top = body.node('Max', [kept, i])
      const forgetGate = body.node('Exp', [body.node('Sub', [kept, top])])
      const written = body.node('Mul', [k, body.node('Exp', [body.node('Sub', [i, top])])])
      const nextMemory = body.node('Add', [body.node('Mul', [memory, forgetGate]), body.node('Mul', [written, v])])
      const nextNormaliser = body.node('Add', [body.node('Mul', [normaliser, forgetGate]), written])
      const read = (x: Value): Value => body.node('ReduceSum', [body.node('Mul', [x, q]), rows], { keepdims: 0 })
      const floor = body.node('Squeeze', [body.node('Exp', [body.node('Neg', [top])]), rows])
      const size = body.node('Max', [body.node('Abs', [read(nextNormaliser)]), floor])
      return { states: [nextMemory, nextNormaliser, top], output: body.node('Div', [read(nextMemory), size]) }
    },
    outputDims: ['batch', heads, valueSize],
  })
}
