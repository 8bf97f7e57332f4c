import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { convolution } from '../blocks/convolution.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { flattenGrid } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'
import { type FeatureMap, tokensToGrid } from '../heads/vision.ts'

/** Stages whose tokens are multiplied by a context gathered by ever larger filters (Yang et al. 2022, arXiv:2203.11926). */
export interface FocalModulationSpec {
  readonly image: number
  readonly patch: number
  /** Size of the first stage; each later one has twice the size. */
  readonly size: number
  readonly depths: readonly number[]
  /** Filters of each stage. */
  readonly levels: readonly number[]
  /** Side of each stage's first filter; every further one is two larger. */
  readonly windows: readonly number[]
  readonly mlpRatio: number
  readonly activation: Activation
  /** Of the norm behind the last stage. */
  readonly epsilon: number
}

/** PyTorch's default, which upstream leaves within stages. */
const epsilon = 1e-5

/** Query, context and gates of one layer; the context is a gated sum over levels and the image's mean (arXiv:2203.11926, eq. 4 to 7). */
function modulate(context: GraphContext, x: Value, side: number, size: number, levels: number, window: number): Value {
  const { graph } = context
  const all = linear(context, x, { name: 'projection_in', inputSize: size, outputSize: 2 * size + levels + 1 })
  const [query, first, gates] = graph.nodes(
    'Split',
    [tokensToGrid(context, all, side, 2 * size + levels + 1), graph.constant('int64', [size, size, levels + 1])],
    { axis: 1 },
    { outputs: 3 },
  ) as [Value, Value, Value]
  const gate = graph.nodes('Split', [gates], { axis: 1, num_outputs: levels + 1 }, { outputs: levels + 1 })
  let seen = first
  const parts = Array.from({ length: levels }, (_, level) => {
    const kernel = window + 2 * level
    const options = {
      inputChannels: size,
      outputChannels: size,
      groups: size,
      kernel: [kernel, kernel],
      padding: Math.floor(kernel / 2),
      bias: false,
    }
    seen = activate(context, convolution(context, seen, { name: `focal_layers.${level}.0`, ...options }), 'gelu')
    return graph.node('Mul', [seen, gate[level]!])
  })
  const mean = activate(context, graph.node('ReduceMean', [seen, graph.constant('int64', [2, 3])], { keepdims: 1 }), 'gelu')
  const sum = [...parts, graph.node('Mul', [mean, gate[levels]!])].reduce((a, b) => graph.node('Add', [a, b]))
  const modulator = convolution(context, sum, { name: 'projection_context', inputChannels: size, outputChannels: size, kernel: [1, 1] })
  const modulated = flattenGrid(context, graph.node('Mul', [query, modulator]), size)
  return linear(context, modulated, { name: 'projection_out', inputSize: size, outputSize: size })
}

export interface FocalRun {
  /** bool `[batch, patches]`: where it holds, the learned mask token stands for the patch. */
  readonly masked?: Value | undefined
}

/** Each stage's outcome, halved by the next stage's patches except for the last; the last norm excluded. */
export function focalStages(context: GraphContext, pixels: Value, spec: FocalModulationSpec, { masked }: FocalRun = {}): FeatureMap[] {
  const { graph } = context
  const { patch, mlpRatio, activation } = spec
  let side = spec.image / patch
  let size = spec.size
  const cut = (x: Value, name: string, inputChannels: number, kernel: number): Value =>
    flattenGrid(
      context,
      convolution(context, x, { name, inputChannels, outputChannels: size, kernel: [kernel, kernel], stride: kernel }),
      size,
    )
  let x = graph.scope('embeddings', () => {
    const normal = layerNorm(context, cut(pixels, 'patch_embeddings.projection', 3, patch), { name: 'norm', size, epsilon })
    if (masked === undefined) return normal
    const token = context.weight('mask_token', [1, 1, size], { std: 1 })
    return graph.node('Where', [graph.node('Unsqueeze', [masked, graph.constant('int64', [-1])]), token, normal])
  })
  return spec.depths.map((depth, stage) =>
    graph.scope(`encoder.stages.${stage}`, () => {
      for (let layer = 0; layer < depth; layer++) {
        x = graph.scope(`layers.${layer}`, () => {
          const normal = layerNorm(context, x, { name: 'norm1', size, epsilon })
          const modulated = graph.scope('modulation', () =>
            modulate(context, normal, side, size, spec.levels[stage]!, spec.windows[stage]!),
          )
          const middle = graph.node('Add', [x, modulated])
          const names = { up: 'mlp.fc1', down: 'mlp.fc2' }
          const after = layerNorm(context, middle, { name: 'norm2', size, epsilon })
          return graph.node('Add', [middle, feedForward(context, after, { names, size, innerSize: mlpRatio * size, activation })])
        })
      }
      if (stage < spec.depths.length - 1) {
        const grid = tokensToGrid(context, x, side, size)
        const from = size
        size *= 2
        side /= 2
        x = graph.scope('downsample', () => layerNorm(context, cut(grid, 'projection', from, 2), { name: 'norm', size, epsilon }))
      }
      return { value: tokensToGrid(context, x, side, size), channels: size, stride: spec.image / side }
    }),
  )
}

/** The last stage's tokens, normed: `[batch, side², size]`. */
export function focalModulation(context: GraphContext, pixels: Value, spec: FocalModulationSpec, run: FocalRun = {}): Value {
  const last = focalStages(context, pixels, spec, run).at(-1)!
  const { channels: size } = last
  return layerNorm(context, flattenGrid(context, last.value, size), { name: 'layernorm', size, epsilon: spec.epsilon })
}
