import { expect, test } from 'vitest'
import { float } from './attributes.ts'
import { GraphBuilder } from './builder.ts'
import { checkModel } from './check.ts'
import { encodeModel, graphOf, modelInputs, modelOutputs, ModelFormatError, parameterCount, parseModel } from './model-file.ts'

function twoLayers(): GraphBuilder {
  const graph = new GraphBuilder({ name: 'two-layers' })
  let x = graph.input('x', 'float32', ['batch', 2])
  for (const layer of [0, 1]) {
    x = graph.scope(`layer.${layer}`, () => {
      const weight = graph.weight('weight', { type: 'float32', dims: [2, 2], data: Float32Array.of(1, 0, 0, 1) })
      return graph.node('Elu', [graph.node('MatMul', [x, weight])], { alpha: float(1) })
    })
  }
  graph.output('y', x, 'float32', ['batch', 2])
  return graph
}

test('builds a model that passes its own checks and parses again', () => {
  const model = parseModel(encodeModel(twoLayers().build()), 'two-layers')
  expect(checkModel(model)).toEqual([])
  expect(parameterCount(model)).toBe(8)
  expect(modelInputs(model)).toEqual([
    { name: 'x', value: { kind: 'tensor', type: 'float32', onnxType: 'tensor(float)', dims: ['batch', 2] } },
  ])
  expect(modelOutputs(model).map((output) => output.name)).toEqual(['y'])
})

test('names follow the scope', () => {
  const graph = graphOf(twoLayers().build())
  expect(graph.node.map((node) => node.name)).toEqual(['/layer.0/MatMul', '/layer.0/Elu', '/layer.1/MatMul', '/layer.1/Elu', '/Identity'])
  expect(graph.initializer.map((tensor) => tensor.name)).toEqual(['layer.0.weight', 'layer.1.weight'])
})

test('the same calls give the same bytes', () => {
  expect(encodeModel(twoLayers().build())).toEqual(encodeModel(twoLayers().build()))
})

test('checks find what is broken', () => {
  const graph = twoLayers()
  graph.node('Add', ['x', 'nowhere'])
  graph.node('Gelu', ['x'], {}, { domain: 'com.example' })
  graph.nodes('Identity', ['x'], {}, { outputs: ['y'] })
  graph.output('z', 'z', 'float32', [1])
  expect(checkModel(graph.build())).toEqual([
    'node "/Add" reads "nowhere", which nothing before it defines',
    'node "/Gelu" uses the operator set "com.example", which the model does not import',
    'node "/Identity_1" defines "y", which is defined already',
    'the output "z" is never defined',
  ])
})

test('bytes that are no whole model are refused with the file named', () => {
  const bytes = encodeModel(twoLayers().build())
  for (const part of [bytes.subarray(0, bytes.length - 7), new TextEncoder().encode('not a model'), new Uint8Array()]) {
    expect(() => parseModel(part, 'broken.onnx')).toThrow(ModelFormatError)
    expect(() => parseModel(part, 'broken.onnx')).toThrow(/broken\.onnx/)
  }
})
