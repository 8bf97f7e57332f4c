import type { Value } from '@vitest-hardware/onnx-graph'
import { towerLayers, towerNorm, type TowerLayers } from '../../architectures/vision-tower.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'

const size = 32
const patch = 4
const channels = 3
const values = patch * patch * channels
const maxPatches = 32
/** A square of 3 × 3 patches. */
export const flattenedPatches = 9

export const flattenedVisionConfig = {
  hidden_size: size,
  patch_embed_hidden_size: values,
  head_dim: size / 4,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  dense_act_fn: 'gelu_new',
  layer_norm_eps: 1e-6,
  max_num_patches: maxPatches,
}

export interface FlattenedTowerNames {
  readonly embeddings: string
  readonly layers: string
  readonly norm: string
}

/**
 * Pix2Struct's tower (Lee et al. 2023, arXiv:2210.03347, §2.1), which declares `flattened_patches`: patches of an image of any shape,
 * each with its row and column before its values; patches of zeros are padding: `[batch, patches, size]`.
 */
export function flattenedPatchesTower(context: GraphContext, names: FlattenedTowerNames): Value {
  const { graph } = context
  const patches = graph.input('flattened_patches', 'float32', [batch, flattenedPatches, 2 + values])
  const list = (value: number): Value => graph.constant('int64', [value])
  const slice = (start: number, end: number): Value => graph.node('Slice', [patches, list(start), list(end), list(2)])
  const spec: TowerLayers = {
    size,
    layers: 2,
    heads: 4,
    innerSize: 64,
    activation: 'gelu_new',
    epsilon: 1e-6,
    norm: 'rms',
    bias: { projections: false, feedForward: false },
    names: {
      layers: names.layers,
      norms: ['pre_attention_layer_norm', 'pre_mlp_layer_norm'],
      attention: 'attention',
      projections: { query: 'query', key: 'key', value: 'value', output: 'output' },
      feedForward: 'mlp',
      gate: 'wi_0',
      up: 'wi_1',
      down: 'wo',
    },
  }
  const filled = graph.node('Not', [
    graph.node('Equal', [graph.node('ReduceSum', [patches, list(2)], { keepdims: 0 }), graph.constant('float32', 0)]),
  ])
  const mask = paddingMask(context, graph.node('Cast', [filled], { to: 7 }))
  const embedded = graph.scope(names.embeddings, () => {
    const place = (index: number, name: string): Value => {
      const indices = graph.node('Cast', [graph.node('Squeeze', [slice(index, index + 1), list(2)])], { to: 7 })
      return graph.scope(name, () =>
        graph.node('Gather', [context.weight('weight', [maxPatches, size], { std: 0.5 }), indices], { axis: 0 }),
      )
    }
    const projected = linear(context, slice(2, 2 + values), { name: 'patch_projection', inputSize: values, outputSize: size })
    return graph.node('Add', [graph.node('Add', [projected, place(0, 'row_embedder')]), place(1, 'column_embedder')])
  })
  return towerNorm(context, towerLayers(context, embedded, spec, { biases: () => [mask] }), spec, names.norm)
}
