// Makes models/classifier.onnx: two layers, of operators that the backend has.
import { mkdirSync, writeFileSync } from 'node:fs'
import { encodeModel, GraphBuilder } from '@vitest-hardware/onnx-graph'

const graph = new GraphBuilder({ name: 'classifier' })
const weight = (name, rows, columns) =>
  graph.weight(name, {
    type: 'float32',
    dims: rows === 0 ? [columns] : [rows, columns],
    data: Float32Array.from({ length: Math.max(rows, 1) * columns }, (_, index) => Math.sin(index + columns) / 2),
  })
const layer = (x, name, rows, columns) =>
  graph.node('Add', [graph.node('MatMul', [x, weight(`${name}.weight`, rows, columns)]), weight(`${name}.bias`, 0, columns)])

const features = graph.input('features', 'float32', ['batch', 4])
const hidden = graph.node('Relu', [layer(features, 'hidden', 4, 8)])
graph.output('probabilities', graph.node('Softmax', [layer(hidden, 'output', 8, 3)], { axis: -1 }), 'float32', ['batch', 3])

mkdirSync('models', { recursive: true })
writeFileSync('models/classifier.onnx', encodeModel(graph.build()))
