import { create } from '@bufbuild/protobuf'
import { encodeTensor, float, GraphBuilder, graphOf, type Tensor } from '@vitest-hardware/onnx-graph'
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  FunctionProtoSchema,
  type GraphProto,
  NodeProtoSchema,
  OperatorSetIdProtoSchema,
} from 'onnx-buf'
import { expect, test } from 'vitest'
import { OperatorError } from './operator-error.ts'
import { floats, runModel } from './testing/run-model.ts'

const count = (number: number): Tensor => ({ type: 'int64', dims: [], data: BigInt64Array.of(BigInt(number)) })
const flag = (value: boolean): Tensor => ({ type: 'bool', dims: [], data: Uint8Array.of(Number(value)) })

/** `state + x` where `x` comes from the outer graph; goes on while the sum is below 10; gives each sum as a scanned output. */
function loopBody(): GraphProto {
  const graph = new GraphBuilder({ name: 'body' })
  graph.input('iteration', 'int64', [])
  graph.input('condition', 'bool', [])
  const sum = graph.node('Add', [graph.input('state', 'float32', [1]), 'x'])
  const limit = graph.constant('float32', [10])
  const below = graph.node('Squeeze', [graph.node('Less', [sum, limit])])
  graph.output('goes_on', below, 'bool', [])
  graph.output('next', sum, 'float32', [1])
  graph.output('scanned', sum, 'float32', [1])
  return graphOf(graph.build())
}

test('Loop carries its state, sees outer values and stacks what it scans', async () => {
  const graph = new GraphBuilder({ name: 'loop' })
  const [most, start] = [graph.input('most', 'int64', []), graph.input('x', 'float32', [1])]
  const [last, all] = graph.nodes('Loop', [most, '', start], { body: loopBody() }, { outputs: 2 })
  graph.output('last', last!, 'float32', [1])
  graph.output('all', all!, 'float32', ['n', 1])
  const model = graph.build()
  expect(await runModel(model, { most: count(2), x: floats([1], 3) })).toEqual([[9], [6, 9]])
  expect(await runModel(model, { most: count(9), x: floats([1], 3) })).toEqual([[12], [6, 9, 12]])
})

test('Loop without an iteration and Scan over nothing give what the body declares, without elements', async () => {
  const loop = new GraphBuilder({ name: 'loop' })
  const [, all] = loop.nodes('Loop', [loop.constant('int64', 0), '', loop.input('x', 'float32', [1])], { body: loopBody() }, { outputs: 2 })
  loop.output('shape', loop.node('Shape', [all!]), 'int64', [2])
  expect(await runModel(loop.build(), { x: floats([1], 3) })).toEqual([[0, 1]])

  const body = new GraphBuilder({ name: 'body' })
  body.output('y', body.node('Neg', [body.input('slice', 'float32', [3])]), 'float32', [3])
  const scan = new GraphBuilder({ name: 'scan' })
  const attributes = { body: graphOf(body.build()), num_scan_inputs: 1, scan_output_axes: [1] }
  scan.output('shape', scan.node('Shape', [scan.node('Scan', [scan.input('x', 'float32', [0, 3])], attributes)]), 'int64', [2])
  expect(await runModel(scan.build(), { x: floats([0, 3]) })).toEqual([[3, 0]])
})

test('If computes one branch only', async () => {
  const branch = (operator: string): GraphProto => {
    const graph = new GraphBuilder({ name: operator })
    graph.output('result', graph.node(operator, ['x', 'y']), 'float32', ['n'])
    return graphOf(graph.build())
  }
  const graph = new GraphBuilder({ name: 'if' })
  graph.input('x', 'float32', ['n'])
  graph.input('y', 'float32', ['m'])
  const chosen = graph.node('If', [graph.input('condition', 'bool', [])], { then_branch: branch('Add'), else_branch: branch('MatMul') })
  graph.output('z', chosen, 'float32', ['n'])
  const feeds = { x: floats([2], 1, 2), y: floats([1], 10) }
  expect(await runModel(graph.build(), { ...feeds, condition: flag(true) })).toEqual([[11, 12]])
  await expect(runModel(graph.build(), { ...feeds, condition: flag(false) })).rejects.toThrow(
    /MatMul.*\[2\] and \[1\] cannot be multiplied/,
  )
})

test('a local function is expanded with the attributes of its call', async () => {
  const graph = new GraphBuilder({ name: 'function' })
  graph.useDomain('local', 1)
  const once = graph.node('Leaky', [graph.input('x', 'float32', [2])], { slope: float(0.5) }, { domain: 'local' })
  graph.output('y', graph.node('Leaky', [once], {}, { domain: 'local' }), 'float32', [2])
  const model = graph.build()
  const reference = create(AttributeProtoSchema, { name: 'alpha', refAttrName: 'slope', type: AttributeProto_AttributeType.FLOAT })
  model.functions.push(
    create(FunctionProtoSchema, {
      domain: 'local',
      name: 'Leaky',
      input: ['in'],
      output: ['out'],
      attributeProto: [create(AttributeProtoSchema, { name: 'slope', type: AttributeProto_AttributeType.FLOAT, f: 0.25 })],
      opsetImport: [create(OperatorSetIdProtoSchema, { domain: '', version: 16n })],
      node: [create(NodeProtoSchema, { opType: 'LeakyRelu', input: ['in'], output: ['out'], attribute: [reference] })],
    }),
  )
  expect(await runModel(model, { x: floats([2], 4, -4) })).toEqual([[4, -0.5]])
})

test('an error names the node, its operator and the input', async () => {
  const graph = new GraphBuilder({ name: 'broken' })
  const [a, b] = [graph.input('a', 'float32', [2]), graph.input('b', 'float32', [3])]
  graph.output(
    'y',
    graph.scope('layer', () => graph.node('Add', [a, b])),
    'float32',
    [3],
  )
  const error = await runModel(graph.build(), { a: floats([2], 1, 2), b: floats([3], 1, 2, 3) }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(OperatorError)
  expect(error).toMatchObject({
    node: '/layer/Add',
    operator: 'Add',
    message: "node '/layer/Add' (Add), input 'b': [2] and [3] do not broadcast to one shape",
  })
})

test('a missing attribute is an error of the node', async () => {
  const graph = new GraphBuilder({ name: 'broken' })
  graph.output('y', graph.node('Concat', [graph.input('x', 'float32', [2])]), 'float32', [2])
  await expect(runModel(graph.build(), { x: floats([2], 1, 2) })).rejects.toThrow(
    "node '/Concat' (Concat): the attribute 'axis' is missing",
  )
})

test('floats are rounded at outputs only, and where a Cast asks for it', async () => {
  const graph = new GraphBuilder({ name: 'rounding' })
  const x = graph.input('x', 'float32', [1])
  const third = graph.node('Div', [x, graph.constant('float32', [3])])
  graph.output('kept', graph.node('Sub', [graph.node('Mul', [third, graph.constant('float32', [3])]), x]), 'float32', [1])
  const half = graph.node('Cast', [third], { to: 10 })
  graph.output('rounded', graph.node('Cast', [half], { to: 11 }), 'float64', [1])
  expect(await runModel(graph.build(), { x: floats([1], 1) })).toEqual([[0], [0.333251953125]])
})

test('an initializer is the default of an input of the same name', async () => {
  const graph = new GraphBuilder({ name: 'default' })
  graph.output('y', graph.node('Neg', [graph.input('x', 'float32', [1])]), 'float32', [1])
  const model = graph.build()
  graphOf(model).initializer.push(encodeTensor(floats([1], 5), 'x'))
  expect(await runModel(model, {})).toEqual([[-5]])
  expect(await runModel(model, { x: floats([1], 7) })).toEqual([[-7]])
})
