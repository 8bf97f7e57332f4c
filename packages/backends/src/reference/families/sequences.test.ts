import { GraphBuilder, graphOf } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { floats, runModel } from '../testing/run-model.ts'

test('SequenceMap runs its body for each tensor, with other inputs as they are', async () => {
  const body = new GraphBuilder({ name: 'body' })
  const product = body.node('Mul', [body.input('item', 'float32', ['n']), body.input('factor', 'float32', [1])])
  body.output('product', product, 'float32', ['n'])
  const graph = new GraphBuilder({ name: 'map' })
  const parts = graph.node('SplitToSequence', [graph.input('x', 'float32', [5]), graph.constant('int64', [2, 3])])
  const mapped = graph.node('SequenceMap', [parts, graph.input('factor', 'float32', [1])], { body: graphOf(body.build()) })
  graph.output('joined', graph.node('ConcatFromSequence', [mapped], { axis: 0 }), 'float32', [5])
  graph.output('count', graph.node('SequenceLength', [mapped]), 'int64', [])
  expect(await runModel(graph.build(), { x: floats([5], 1, 2, 3, 4, 5), factor: floats([1], 10) })).toEqual([[10, 20, 30, 40, 50], [2]])
})

test('tensors are put in and taken out at positions from both ends', async () => {
  const graph = new GraphBuilder({ name: 'edit' })
  const [a, b] = [graph.input('a', 'float32', [1]), graph.input('b', 'float32', [1])]
  const pair = graph.node('SequenceConstruct', [a, b])
  const more = graph.node('SequenceInsert', [pair, graph.node('Add', [a, b]), graph.constant('int64', -1)])
  graph.output('last', graph.node('SequenceAt', [more, graph.constant('int64', -1)]), 'float32', [1])
  graph.output('middle', graph.node('SequenceAt', [more, graph.constant('int64', 1)]), 'float32', [1])
  const fewer = graph.node('SequenceErase', [more, graph.constant('int64', 0)])
  graph.output('first', graph.node('SequenceAt', [fewer, graph.constant('int64', 0)]), 'float32', [1])
  expect(await runModel(graph.build(), { a: floats([1], 1), b: floats([1], 2) })).toEqual([[2], [3], [3]])
})

test('a position that a sequence does not have is an error of the node', async () => {
  const graph = new GraphBuilder({ name: 'outside' })
  const single = graph.node('SequenceConstruct', [graph.input('a', 'float32', [1])])
  graph.output('y', graph.node('SequenceAt', [single, graph.constant('int64', 1)]), 'float32', [1])
  await expect(runModel(graph.build(), { a: floats([1], 1) })).rejects.toThrow(/SequenceAt.*is not in a sequence of 1/)
})

test('single slices keep their axis or lose it', async () => {
  const rankOf = (keepdims: number): Promise<number[][]> => {
    const graph = new GraphBuilder({ name: 'slices' })
    const parts = graph.node('SplitToSequence', [graph.input('x', 'float32', [2, 3])], { axis: 1, keepdims })
    const first = graph.node('SequenceAt', [parts, graph.constant('int64', 0)])
    graph.output('shape', graph.node('Shape', [first]), 'int64', ['rank'])
    return runModel(graph.build(), { x: floats([2, 3], 1, 2, 3, 4, 5, 6) })
  }
  expect(await rankOf(1)).toEqual([[2, 1]])
  expect(await rankOf(0)).toEqual([[2]])
})

test('an optional has a value or none', async () => {
  const graph = new GraphBuilder({ name: 'optional' })
  const some = graph.node('Optional', [graph.input('x', 'float32', [1])])
  graph.output('has', graph.node('OptionalHasElement', [some]), 'bool', [])
  graph.output('value', graph.node('OptionalGetElement', [some]), 'float32', [1])
  graph.output('lacks', graph.node('OptionalHasElement', [graph.node('Optional', [])]), 'bool', [])
  expect(await runModel(graph.build(), { x: floats([1], 7) })).toEqual([[1], [7], [0]])
})
