import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/** Upstream's names of `hidden_act`; `gelu_new` and `gelu_pytorch_tanh` are the same function. */
export type Activation =
  | 'gelu'
  | 'gelu_new'
  | 'gelu_pytorch_tanh'
  | 'quick_gelu'
  | 'silu'
  | 'relu'
  | 'relu2'
  | 'relu6'
  | 'hardswish'
  | 'tanh'
  | 'sigmoid'
  | 'softplus'

/**
 * Applies an activation element by element; any shape.
 * The GELUs are Hendrycks & Gimpel 2016 (arXiv:1606.08415): exact by erf, `gelu_new` by tanh, `quick_gelu` by a sigmoid of 1.702·x.
 * Written in elementary operators, as exports are, so that every runtime has a kernel and fusions have something to find.
 */
export function activate(context: GraphContext, x: Value, kind: Activation): Value {
  const { graph } = context
  const number = (value: number): Value => graph.constant('float32', value)
  switch (kind) {
    case 'gelu': {
      const erf = graph.node('Erf', [graph.node('Div', [x, number(Math.SQRT2)])])
      return graph.node('Mul', [graph.node('Mul', [x, graph.node('Add', [erf, number(1)])]), number(0.5)])
    }
    case 'gelu_new':
    case 'gelu_pytorch_tanh': {
      const cube = graph.node('Mul', [graph.node('Mul', [x, x]), x])
      const inner = graph.node('Add', [x, graph.node('Mul', [cube, number(0.044715)])])
      const tanh = graph.node('Tanh', [graph.node('Mul', [inner, number(Math.sqrt(2 / Math.PI))])])
      return graph.node('Mul', [graph.node('Mul', [x, number(0.5)]), graph.node('Add', [tanh, number(1)])])
    }
    case 'quick_gelu':
      return graph.node('Mul', [x, graph.node('Sigmoid', [graph.node('Mul', [x, number(1.702)])])])
    case 'silu':
      return graph.node('Mul', [x, graph.node('Sigmoid', [x])])
    case 'relu2': {
      const positive = graph.node('Relu', [x])
      return graph.node('Mul', [positive, positive])
    }
    case 'relu6':
      return graph.node('Clip', [x, number(0), number(6)])
    case 'hardswish':
      return graph.node('HardSwish', [x])
    case 'relu':
      return graph.node('Relu', [x])
    case 'tanh':
      return graph.node('Tanh', [x])
    case 'sigmoid':
      return graph.node('Sigmoid', [x])
    case 'softplus':
      return graph.node('Softplus', [x])
  }
}
