import type { Family, Operator } from '../operator.ts'
import { gruCell, lstmCell, rnnCell } from './recurrent/cells.ts'
import { type RecurrentKind, runSequences } from './recurrent/sequences.ts'

function recurrentOperator(kind: RecurrentKind): Operator {
  return (inputs, node) => runSequences(inputs, node, kind)
}

const rnn = recurrentOperator({ gates: 1, activations: ['Tanh'], cell: () => rnnCell, hasCellState: false })
const gru = recurrentOperator({
  gates: 3,
  activations: ['Sigmoid', 'Tanh'],
  cell: (node) => gruCell(node.int('linear_before_reset', 0) !== 0),
  hasCellState: false,
})
const lstm = recurrentOperator({
  gates: 4,
  activations: ['Sigmoid', 'Tanh', 'Tanh'],
  cell: (node) => lstmCell(node.int('input_forget', 0) !== 0),
  hasCellState: true,
})

/** One-layer recurrent networks: ONNX RNN-22, GRU-22, LSTM-22. */
export const recurrent: Family = {
  name: 'recurrent',
  operators: {
    RNN: { since: 7, inputs: 3, evaluate: rnn },
    GRU: { since: 7, inputs: 3, evaluate: gru },
    LSTM: { since: 7, inputs: 3, evaluate: lstm },
  },
}
