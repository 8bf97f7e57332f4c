// Makes models/classifier: a small network exported as ONNX, and one case with outputs computed here in float64.
import { mkdirSync, writeFileSync } from 'node:fs'
import { encodeModel, encodeTensorFile, GraphBuilder } from '@vitest-hardware/onnx-graph'

const weights = [
  [0.9, -0.4, 0.1],
  [-0.2, 0.7, 0.3],
  [0.5, 0.2, -0.6],
  [-0.3, 0.1, 0.8],
]
const bias = [0.1, -0.1, 0.05]
const features = [
  [5.1, 3.5, 1.4, 0.2],
  [6.7, 3.1, 5.6, 2.4],
]

const graph = new GraphBuilder({ name: 'classifier' })
const x = graph.input('features', 'float32', ['batch', 4])
const w = graph.weight('weight', { type: 'float32', dims: [4, 3], data: Float32Array.from(weights.flat()) })
const b = graph.weight('bias', { type: 'float32', dims: [3], data: Float32Array.from(bias) })
const logits = graph.node('Add', [graph.node('MatMul', [x, w]), b])
graph.output('probabilities', graph.node('Softmax', [logits], { axis: -1 }), 'float32', ['batch', 3])

const probabilities = features.map((row) => {
  const powers = bias.map((offset, column) => Math.exp(offset + row.reduce((sum, value, index) => sum + value * weights[index][column], 0)))
  return powers.map((power) => power / powers.reduce((left, right) => left + right, 0))
})

mkdirSync('models/classifier/test_data_set_0', { recursive: true })
writeFileSync('models/classifier/model.onnx', encodeModel(graph.build()))
const tensor = (rows) => ({ type: 'float32', dims: [rows.length, rows[0].length], data: Float32Array.from(rows.flat()) })
writeFileSync('models/classifier/test_data_set_0/input_0.pb', encodeTensorFile(tensor(features), 'features'))
writeFileSync('models/classifier/test_data_set_0/output_0.pb', encodeTensorFile(tensor(probabilities), 'probabilities'))
