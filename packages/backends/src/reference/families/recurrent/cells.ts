import type { NumberData } from '../../operator.ts'
import type { Activation } from './activations.ts'

/** What a cell knows of one direction. */
export interface CellWeights {
  readonly hidden: number
  /** `[gates · hidden, hidden]` */
  readonly recurrence: NumberData
  /** Biases of the input's and of the recurrence's products, `[gates · hidden]` each. */
  readonly inputBias: NumberData
  readonly recurrenceBias: NumberData
  /** `[3 · hidden]` for input, output and forget gate; LSTM alone. */
  readonly peepholes: NumberData
  readonly activations: readonly Activation[]
}

/**
 * One time step of one sequence.
 * @param x products of the input's weights with the input, `[gates · hidden]`
 * @param hidden state, changed in place
 * @param cell LSTM's second state, changed in place
 */
export type Step = (x: NumberData, hidden: Float64Array, cell: Float64Array) => void
export type Cell = (weights: CellWeights) => Step

/** ONNX RNN-22: `H = f(W x + R h + Wb + Rb)`. */
export const rnnCell: Cell = ({ hidden, recurrence, inputBias, recurrenceBias, activations }) => {
  const [f] = activations as [Activation]
  const next = new Float64Array(hidden)
  return (x, state) => {
    for (let unit = 0; unit < hidden; unit += 1) {
      next[unit] = f(x[unit]! + row(recurrence, unit, state) + inputBias[unit]! + recurrenceBias[unit]!)
    }
    state.set(next)
  }
}

/** ONNX GRU-22, gates in the order update, reset, hidden. */
export function gruCell(linearBeforeReset: boolean): Cell {
  return ({ hidden, recurrence, inputBias, recurrenceBias, activations }) => {
    const [f, g] = activations as [Activation, Activation]
    const update = new Float64Array(hidden)
    const reset = new Float64Array(hidden)
    const masked = new Float64Array(hidden)
    const candidate = new Float64Array(hidden)
    return (x, state) => {
      for (let unit = 0; unit < hidden; unit += 1) {
        const second = hidden + unit
        update[unit] = f(x[unit]! + row(recurrence, unit, state) + inputBias[unit]! + recurrenceBias[unit]!)
        reset[unit] = f(x[second]! + row(recurrence, second, state) + inputBias[second]! + recurrenceBias[second]!)
        masked[unit] = reset[unit]! * state[unit]!
      }
      for (let unit = 0; unit < hidden; unit += 1) {
        const third = 2 * hidden + unit
        const recurrent = linearBeforeReset
          ? reset[unit]! * (row(recurrence, third, state) + recurrenceBias[third]!)
          : row(recurrence, third, masked) + recurrenceBias[third]!
        candidate[unit] = g(x[third]! + recurrent + inputBias[third]!)
      }
      for (let unit = 0; unit < hidden; unit += 1) state[unit] = (1 - update[unit]!) * candidate[unit]! + update[unit]! * state[unit]!
    }
  }
}

/** ONNX LSTM-22, gates in the order input, output, forget, cell. */
export function lstmCell(coupled: boolean): Cell {
  return ({ hidden, recurrence, inputBias, recurrenceBias, peepholes, activations }) => {
    const [f, g, h] = activations as [Activation, Activation, Activation]
    const next = new Float64Array(hidden)
    return (x, state, cell) => {
      const gate = (index: number): number => x[index]! + row(recurrence, index, state) + inputBias[index]! + recurrenceBias[index]!
      for (let unit = 0; unit < hidden; unit += 1) {
        const old = cell[unit]!
        const input = f(gate(unit) + peepholes[unit]! * old)
        const forget = coupled ? 1 - input : f(gate(2 * hidden + unit) + peepholes[2 * hidden + unit]! * old)
        const now = forget * old + input * g(gate(3 * hidden + unit))
        const output = f(gate(hidden + unit) + peepholes[hidden + unit]! * now)
        cell[unit] = now
        next[unit] = output * h(now)
      }
      state.set(next)
    }
  }
}

/** Product of one row of a square matrix with a vector. */
function row(matrix: NumberData, index: number, vector: Float64Array): number {
  const length = vector.length
  const from = index * length
  let sum = 0
  for (let column = 0; column < length; column += 1) sum += matrix[from + column]! * vector[column]!
  return sum
}
