import { goldenOutputs, loadModelTypes, seededInputs } from '@vitest-hardware/model-catalogue'
import { decodeTensor, encodeModel, modelInputs, parseModel, tensorValueInfo } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { tensorDifference } from '../dist/golden/tensor-difference.js'
import { graphsOf, openModel } from '../dist/testing/run-model.js'

/**
 * What changes nothing by mathematics: a bias on keys adds the same to all scores of a query, which softmax takes away again, and so does what stands before the
 * keys of a convolutional projection; PoolFormer subtracts from each pixel the mean of those around it, and SwiftFormer's weights of a softmax over one element are 1.
 * DETR's decoder starts from zeros: what its first layer makes of them is the same for all queries.
 * X-CLIP's first message attention reads frames' class tokens while they are still equal; GroupViT adds to all groups alike, and to all channels before a norm.
 * CvT reads the class token alone in its last layer, whose other queries are for nothing. A mask is no weight.
 */
const withoutEffect = new RegExp(
  [
    String.raw`(^|\.)(key|k_proj|k_lin|key_proj|to_k|linear_k|projection_key|layout_key|attn(_1)?\.k)\.bias$`,
    String.raw`layers\.0\.message_attn\.(q_proj|k_proj)\.`,
    String.raw`assign\.q_proj\.bias$`,
    String.raw`(mlp_inter|group_projector\.1)\.fc2\.bias$`,
    String.raw`convolution_projection_key\..*normalization\.(bias|running_mean)$`,
    String.raw`^cvt\.encoder\.stages\.2\.layers\.1\.attention\.attention\.convolution_projection_query\.`,
    String.raw`^poolformer\..*\.before_norm\.bias$`,
    String.raw`^swiftformer\..*\.attn\.w_g$`,
    String.raw`^model\.(transformer_module\.)?decoder\.layers\.0\.(self_attn\.(q_proj\.|k_proj\.|v_proj\.weight)|self_attn_layer_norm\.weight)`,
    String.raw`^model\.decoder\.layers\.0\.sa_((q|k)(content|pos)_proj\.|v_proj\.weight)`,
    String.raw`\.[cs]a_k(content|pos)_proj\.bias$`,
    String.raw`^model\.decoder\.layers\.0\.self_attn\.self_attn_((query|key)_(content|pos)_proj\.|value_proj\.weight)`,
    String.raw`\.(self|cross)_attn_key_(content|pos)_proj\.bias$`,
    String.raw`\.attn_mask$`,
  ].join('|'),
)

/** An expert of many that no token of the default inputs was sent to: the same weight of the others must show. */
const expert = /\bexperts\.\d+\./

const types = (await loadModelTypes()).map((type) => [type.type, type] as const)
const float32 = 1

/** A small one, one that no shape divides, and a large one: what only chooses experts, or fades in a recurrence, needs more to show. */
const changes: readonly ((value: number, element: number) => number)[] = [
  (value, element) => value * 1.3 + 0.05 * ((element % 3) - 1),
  (value, element) => value * 1.3 + 0.05 * Math.sin(element * element),
  (value) => 4 - 3 * value,
]

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
      let isSilent = true
      for (let change = 0; change < changes.length && isSilent; change++) {
        const outputs = await runner.run({
          ...given,
          [weight.name]: { ...tensor, data: (tensor.data as Float32Array).map(changes[change]!) },
        })
        isSilent = tensorDifference(outputs, expected).relative < 1e-4
      }
      if (isSilent) silent.push(weight.name)
    }
    const shown = new Set(weights.map(({ name }) => name).filter((name) => !silent.includes(name)))
    const hasSpokenSibling = (name: string): boolean =>
      expert.test(name) && [...shown].some((other) => other.replace(expert, '') === name.replace(expert, ''))
    expect(silent.filter((name) => !hasSpokenSibling(name))).toEqual([])
  })
})
