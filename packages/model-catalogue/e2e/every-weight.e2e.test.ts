import { goldenOutputs, loadModelTypes, seededInputs } from '@vitest-hardware/model-catalogue'
import { decodeTensor, encodeModel, modelInputs, parseModel, tensorValueInfo } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { tensorDifference } from '../dist/golden/tensor-difference.js'
import { graphsOf, openModel } from '../dist/testing/run-model.js'

/** A bias on keys adds the same to all scores of a query, which softmax takes away again: it changes nothing by mathematics. A mask is no weight. */
const withoutEffect = /(^|\.)(key|k_proj|k_lin|key_proj|to_k)\.bias$|\.attn_mask$/

const types = (await loadModelTypes()).map((type) => [type.type, type] as const)
const float32 = 1

describe.each(types)('%s', (_, type) => {
  test('a change of any one weight shows in the golden outputs', { timeout: 300_000 }, async () => {
    const model = parseModel(graphsOf(type)[0]!.bytes, type.type)
    const inputs = seededInputs(modelInputs(model), { config: type.config })
    const expected = (await goldenOutputs(type.type))!
    const weights = model.graph!.initializer.filter(
      (tensor) => tensor.dataType === float32 && !tensor.name.startsWith('constant_') && !withoutEffect.test(tensor.name),
    )
    // the weights become inputs, so that one session serves for all changes
    const graph = model.graph!
    graph.initializer = graph.initializer.filter((tensor) => !weights.includes(tensor))
    graph.input.push(...weights.map(({ name, dims }) => tensorValueInfo(name, 'float32', dims.map(Number))))
    const given = { ...inputs, ...Object.fromEntries(weights.map((weight) => [weight.name, decodeTensor(weight)])) }
    const runner = await openModel(encodeModel(model))
    expect(tensorDifference(await runner.run(given), expected).relative).toBeLessThan(1e-5)
    const silent: string[] = []
    for (const weight of weights) {
      const tensor = decodeTensor(weight)
      const data = (tensor.data as Float32Array).map((value, element) => value * 1.3 + 0.05 * ((element % 3) - 1))
      const outputs = await runner.run({ ...given, [weight.name]: { ...tensor, data } })
      if (tensorDifference(outputs, expected).relative < 1e-4) silent.push(weight.name)
    }
    expect(silent).toEqual([])
  })
})
