import { encodeModel, modelInputs, parseModel, type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { seededInputs } from '../../inputs/seeded-inputs.ts'
import { floats, graphsOf, openModel, relativeDifference } from '../../testing/run-model.ts'
import { modelTypes } from './swin.ts'

const modelType = modelTypes[0]!

const bytes = graphsOf(modelType)[0]!.bytes
const inputs = seededInputs(modelInputs(parseModel(bytes, 'swin')), { config: modelType.config })

/** A tensor within the graph, by the last node of its scope. */
async function within(name: RegExp, feeds: Tensors): Promise<Float64Array> {
  const model = parseModel(bytes, 'swin')
  const node = model.graph!.node.findLast((candidate) => name.test(candidate.name))!
  const [first] = model.graph!.output
  model.graph!.output = [{ ...first!, name: node.output[0]! }]
  delete model.graph!.output[0]!.type
  return toNumbers((await (await openModel(encodeModel(model))).run(feeds))[node.output[0]!]!)
}

/** Which of the 16 × 16 tokens of the first stage a change of the top left patch reaches. */
async function reached(block: number): Promise<[number, number][]> {
  const pixels = toNumbers(inputs['pixel_values']!)
  // two by two pixels at (0, 0) of the first channel
  const changed = floats(
    [1, 3, 32, 32],
    pixels.map((value, index) => (index === 0 || index === 1 || index === 32 || index === 33 ? value + 1 : value)),
  )
  const name = new RegExp(`^/swin/encoder.layers.0/blocks.${block}/Add`)
  const [before, after] = [await within(name, inputs), await within(name, { pixel_values: changed })]
  const moved: [number, number][] = []
  for (let token = 0; token < 256; token++) {
    const part = (values: Float64Array): number[] => [...values.subarray(token * 16, (token + 1) * 16)]
    if (relativeDifference(part(after), part(before)) > 1e-5) moved.push([Math.floor(token / 16), token % 16])
  }
  return moved
}

const square = (side: number): [number, number][] =>
  Array.from({ length: side * side }, (_, index): [number, number] => [Math.floor(index / side), index % side])

test('the first layer mixes within its windows of 4 × 4 tokens', async () => {
  expect(await reached(0)).toEqual(square(4))
})

test('the shifted layer hands on to the windows beside, and not around the edge', async () => {
  // windows shifted by two begin at rows -2, 2, 6 …: those that overlap 0 … 3 end before 6
  expect(await reached(1)).toEqual(square(6))
})
