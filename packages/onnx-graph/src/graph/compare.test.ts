import { expect, test } from 'vitest'
import { GraphBuilder } from './builder.ts'
import { graphDifferences } from './compare.ts'

interface Changes {
  readonly epsilon?: number
  readonly axis?: number
  readonly operator?: string
  readonly swapped?: boolean
  readonly width?: number
  readonly prefix?: string
  readonly weight?: number
  readonly constant?: number
}

function model({
  epsilon = 1e-12,
  axis = -1,
  operator = 'Sub',
  swapped = false,
  width = 2,
  prefix = '',
  weight = 1,
  constant = 1e-6,
}: Changes = {}) {
  const graph = new GraphBuilder({ name: 'graph' })
  const x = graph.input('x', 'float32', ['n', width])
  return graph.scope(`${prefix}body`, () => {
    const scale = graph.weight('scale', { type: 'float32', dims: [width], data: new Float32Array(width).fill(weight) })
    const normed = graph.node('LayerNormalization', [x, scale], { axis, epsilon: { float: epsilon } })
    // an RMS norm's epsilon is a constant, not an attribute
    const shifted = graph.node('Add', [normed, graph.constant('float32', constant)])
    const parts = swapped ? [x, shifted] : [shifted, x]
    graph.output('y', graph.node(operator, parts), 'float32', ['n', width])
    return graph.build()
  })
}

test('a graph is like itself, whatever its values are called and its weights are', () => {
  expect(graphDifferences(model(), model())).toEqual([])
  expect(graphDifferences(model({ prefix: 'other', weight: 7 }), model())).toEqual([])
})

test.each([
  [{ epsilon: 1e-5 }, /LayerNormalization .*: epsilon is 0\.00001, expected 1e-12/],
  [{ axis: 0 }, /LayerNormalization .*: axis is 0, expected -1/],
  [{ operator: 'Add' }, /Add stands 2 times in the graph, expected 1/],
  [{ swapped: true }, /Sub .*: input 0 reads 'x', expected what stands in the place of/],
  [{ constant: 1e-5 }, /Add .*: input 1 is 0\.00001, expected 0\.000001/],
  [{ width: 3 }, /input 1 is a weight of 1\[3\], expected 1\[2\]/],
] as const)('%j is a difference that is named', (changes, line) => {
  expect(graphDifferences(model(changes), model()).join('\n')).toMatch(line)
})

test('says how many more there are', () => {
  const lines = graphDifferences(model({ epsilon: 1e-5, axis: 0 }), model(), 1)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toBe('and 1 more')
})
