import { type DataType, type Dimension, GraphBuilder, graphOf, type Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

interface Shaped {
  readonly value: Value
  /** Without the time axis. */
  readonly dims: readonly Dimension[]
}

export interface ScanOptions {
  /** What the recurrence carries, with its first values. */
  readonly states: readonly Shaped[]
  /** Read one step at a time along axis 1. */
  readonly inputs: readonly Shaped[]
  /** One step. Its nodes go to `graph`; constants and weights of the outer graph may be read by name. */
  readonly step: (
    graph: GraphBuilder,
    states: readonly Value[],
    inputs: readonly Value[],
  ) => { readonly states: readonly Value[]; readonly output: Value }
  /** Of one step's output. */
  readonly outputDims: readonly Dimension[]
}

const type: DataType = 'float32'

/** A recurrence over a sequence of any length, by ONNX's `Scan`: the steps' outputs stacked along axis 1. */
export function scan(context: GraphContext, { states, inputs, step, outputDims }: ScanOptions): Value {
  const path = context.graph.path
  const body = new GraphBuilder({ name: `${path}.scan` })
  // inner names must differ from the outer graph's: ONNX forbids shadowing (onnx/docs/IR.md, "Nested Subgraphs")
  return body.scope(`${path}.scan`, () => {
    const declare = (kind: string, list: readonly Shaped[]): Value[] =>
      list.map(({ dims }, index) => body.input(`${path}.scan.${kind}_${index}`, type, dims))
    const stateValues = declare('state', states)
    const inputValues = declare('input', inputs)
    const result = step(body, stateValues, inputValues)
    result.states.forEach((value, index) => body.output(`${path}.scan.next_state_${index}`, value, type, states[index]!.dims))
    body.output(`${path}.scan.output`, result.output, type, outputDims)
    const attributes = {
      body: graphOf(body.build()),
      num_scan_inputs: inputs.length,
      scan_input_axes: inputs.map(() => 1),
      scan_output_axes: [1],
    }
    const values = context.graph.nodes(
      'Scan',
      [...states, ...inputs].map(({ value }) => value),
      attributes,
      { outputs: states.length + 1 },
    )
    return values.at(-1)!
  })
}

/** Zeros `[batch, …dims]`, the batch that of `x`. */
export function zerosLike(context: GraphContext, x: Value, dims: readonly number[]): Value {
  const { graph } = context
  const shape = graph.node('Concat', [graph.node('Shape', [x], { start: 0, end: 1 }), graph.constant('int64', dims)], { axis: 0 })
  return graph.node('ConstantOfShape', [shape])
}
