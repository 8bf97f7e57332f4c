import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../blocks/activation.ts'
import { attention, dotProductAttention, splitHeads } from '../blocks/attention.ts'
import { continuousPositionBias } from '../blocks/continuous-position-bias.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { patchEmbedding } from '../blocks/patch.ts'
import { joinWindows, partitionWindows, rollGrid, shiftedWindowMask, windowBias } from '../blocks/shifted-window.ts'
import type { GraphContext } from '../graph-context.ts'
import { type FeatureMap, type ImageFeatures, tokensToGrid } from '../heads/vision.ts'

/** A transformer in shifted windows over stages of halving grids. */
export interface SwinSpec {
  readonly image: number
  readonly patch: number
  /** @default 3 */
  readonly channels?: number
  /** Size of the first stage; each later one has twice the size. */
  readonly size: number
  readonly depths: readonly number[]
  readonly heads: readonly number[]
  /** Tokens along a window's side; grids that are no multiple are padded. */
  readonly window: number
  readonly mlpRatio: number
  readonly activation: Activation
  readonly epsilon: number
  /** 2: cosine attention, biases of a network, norms behind each half (arXiv:2111.09883). @default 1 (arXiv:2103.14030) */
  readonly version?: 1 | 2
  /** Norm behind the last stage. @default true */
  readonly lastNorm?: boolean
}

/** A stage's grid. */
interface Stage {
  readonly side: number
  readonly size: number
  readonly heads: number
}

/** Stage `index` of a spec. */
export function swinStage({ image, patch, size, heads }: SwinSpec, index: number): Stage {
  return { side: image / patch / 2 ** index, size: size * 2 ** index, heads: heads[index]! }
}

/** Attention within windows, those of every second layer shifted by half a window; `[batch, side², size]` keeps its shape. */
function windowAttention(context: GraphContext, x: Value, spec: SwinSpec, { side, size, heads }: Stage, shift: number): Value {
  const { graph } = context
  const { window } = spec
  const padded = Math.ceil(side / window) * window
  const sizes = { side: padded, window, size }
  const grid = graph.node('Reshape', [x, graph.constant('int64', [-1, side, side, size])])
  const rest = padded - side
  const whole = rest === 0 ? grid : graph.node('Pad', [grid, graph.constant('int64', [0, 0, 0, 0, 0, rest, rest, 0])], { mode: 'constant' })
  const windows = partitionWindows(context, rollGrid(context, whole, -shift), sizes)
  const attended = graph.scope('attention', () => {
    const bias = graph.scope('self', () =>
      spec.version === 2 ? continuousPositionBias(context, { window, heads }) : windowBias(context, { window, heads }),
    )
    const biases = shift === 0 ? [bias] : [bias, repeatMask(context, windows, { side: padded, shift, window })]
    const names = { query: 'self.query', key: 'self.key', value: 'self.value', output: 'output.dense' }
    return spec.version === 2
      ? cosineAttention(context, windows, { size, heads, biases })
      : attention(context, windows, { size, heads, names, biases })
  })
  const joined = rollGrid(context, joinWindows(context, attended, sizes), shift)
  const cropped =
    rest === 0
      ? joined
      : graph.node('Slice', [
          joined,
          ...[
            [0, 0],
            [side, side],
            [1, 2],
          ].map((values) => graph.constant('int64', values)),
        ])
  return graph.node('Reshape', [cropped, graph.constant('int64', [-1, side * side, size])])
}

/** Scores are cosines times a learned factor of each head, at most 100 (arXiv:2111.09883, eq. 2); keys have no bias. */
function cosineAttention(
  context: GraphContext,
  x: Value,
  { size, heads, biases }: { readonly size: number; readonly heads: number; readonly biases: readonly Value[] },
): Value {
  const { graph } = context
  const project = (name: string, bias: boolean): Value =>
    splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: size, bias }), heads, size / heads)
  const unit = (head: Value): Value => {
    const norm = graph.node('ReduceL2', [head, graph.constant('int64', [-1])], { keepdims: 1 })
    return graph.node('Div', [head, graph.node('Max', [norm, graph.constant('float32', 1e-12)])])
  }
  const merged = graph.scope('self', () => {
    const scale = context.weight('logit_scale', [heads, 1, 1], { mean: Math.log(10), std: 0.2 })
    const factor = graph.node('Exp', [graph.node('Min', [scale, graph.constant('float32', Math.log(100))])])
    const query = graph.node('Mul', [unit(project('query', true)), factor])
    return dotProductAttention(context, { query, key: unit(project('key', false)), value: project('value', true), scale: 1, biases, size })
  })
  return linear(context, merged, { name: 'output.dense', inputSize: size, outputSize: size })
}

/** The mask of all windows for each item of the batch: `[batch·windows, 1, window², window²]`. */
function repeatMask(
  context: GraphContext,
  windows: Value,
  { side, shift, window }: { readonly side: number; readonly shift: number; readonly window: number },
): Value {
  const { graph } = context
  const mask = context.fixed('attn_mask', shiftedWindowMask({ side, window, shift }))
  const [count, area] = [(side / window) ** 2, window * window]
  const rows = graph.node('Slice', [graph.node('Shape', [windows]), graph.constant('int64', [0]), graph.constant('int64', [1])])
  const items = graph.node('Div', [rows, graph.constant('int64', [count])])
  const repeated = graph.node('Expand', [mask, graph.node('Concat', [items, graph.constant('int64', [count, 1, area, area])], { axis: 0 })])
  return graph.node('Reshape', [repeated, graph.constant('int64', [-1, 1, area, area])])
}

/** Attention within windows and a feed-forward network: `[batch, side², size]` keeps its shape. */
export function swinLayer(context: GraphContext, x: Value, spec: SwinSpec, stage: Stage, shift: number): Value {
  const { graph } = context
  const { size } = stage
  const { epsilon, mlpRatio, activation, version } = spec
  const before = (y: Value): Value => layerNorm(context, y, { name: 'layernorm_before', size, epsilon })
  const after = (y: Value): Value => layerNorm(context, y, { name: 'layernorm_after', size, epsilon })
  const attend = (y: Value): Value => windowAttention(context, y, spec, stage, shift)
  const feed = (y: Value): Value => {
    const names = { up: 'intermediate.dense', down: 'output.dense' }
    return feedForward(context, y, { names, size, innerSize: mlpRatio * size, activation })
  }
  const attended = graph.node('Add', [x, version === 2 ? before(attend(x)) : attend(before(x))])
  return graph.node('Add', [attended, version === 2 ? after(feed(attended)) : feed(after(attended))])
}

/** Four neighbours become one token of twice the size: `[batch, side², size] → [batch, side²/4, 2·size]`. */
function mergePatches(context: GraphContext, x: Value, { side, size }: Stage, { epsilon, version }: SwinSpec): Value {
  const { graph } = context
  const half = side / 2
  const cells = graph.node('Reshape', [x, graph.constant('int64', [-1, half, 2, half, 2, size])])
  // within a token, columns follow slower than rows, as upstream concatenates them
  const joined = graph.node('Reshape', [
    graph.node('Transpose', [cells], { perm: [0, 1, 3, 4, 2, 5] }),
    graph.constant('int64', [-1, half * half, 4 * size]),
  ])
  const reduce = (y: Value): Value => linear(context, y, { name: 'reduction', inputSize: 4 * size, outputSize: 2 * size, bias: false })
  return version === 2
    ? layerNorm(context, reduce(joined), { name: 'norm', size: 2 * size, epsilon })
    : reduce(layerNorm(context, joined, { name: 'norm', size: 4 * size, epsilon }))
}

function embed(context: GraphContext, pixels: Value, { channels = 3, size, patch, epsilon }: SwinSpec, masked?: Value): Value {
  const { graph } = context
  return graph.scope('embeddings', () => {
    const patches = patchEmbedding(context, pixels, { name: 'patch_embeddings.projection', channels, size, patch })
    const normal = layerNorm(context, patches, { name: 'norm', size, epsilon })
    if (masked === undefined) return normal
    const token = context.weight('mask_token', [1, 1, size], { std: 1 })
    return graph.node('Where', [graph.node('Unsqueeze', [masked, graph.constant('int64', [-1])]), token, normal])
  })
}

export interface SwinRun {
  /** bool `[batch, patches]`: where it holds, the learned mask token stands for the patch. */
  readonly masked?: Value
  /** Called with each stage's tokens before they are merged. */
  readonly after?: (stage: number, x: Value) => void
}

/** All stages: pixels to `[batch, side², size·2^(stages - 1)]`, the last norm excluded. */
export function swinStages(context: GraphContext, pixels: Value, spec: SwinSpec, { masked, after }: SwinRun = {}): Value {
  const { graph } = context
  let x = embed(context, pixels, spec, masked)
  spec.depths.forEach((depth, index) => {
    const stage = swinStage(spec, index)
    x = graph.scope(`encoder.layers.${index}`, () => {
      let y = x
      for (let block = 0; block < depth; block++)
        y = graph.scope(`blocks.${block}`, () => swinLayer(context, y, spec, stage, block % 2 === 0 ? 0 : Math.floor(spec.window / 2)))
      after?.(index, y)
      return index === spec.depths.length - 1 ? y : graph.scope('downsample', () => mergePatches(context, y, stage, spec))
    })
  })
  return x
}

/** {@link swinStages} with the last norm, where the spec has one. */
export function swin(context: GraphContext, pixels: Value, spec: SwinSpec, masked?: Value): ImageFeatures {
  const { side, size } = swinStage(spec, spec.depths.length - 1)
  const x = swinStages(context, pixels, spec, masked === undefined ? {} : { masked })
  const hidden = spec.lastNorm === false ? x : layerNorm(context, x, { name: 'layernorm', size, epsilon: spec.epsilon })
  return { hidden, dims: [side * side, size] }
}

export interface SwinMapsOptions {
  /** Module name of a stage's norm; null leaves the norms out, as Swin Transformer V2's backbone does. @default upstream's of Swin */
  readonly norm?: ((stage: number) => string) | null
  /** Scope of the body beside the norms. @default none */
  readonly scope?: string
}

/** Every stage before its tokens are merged, as grids, each with a norm of its own. */
export function swinFeatureMaps(
  context: GraphContext,
  pixels: Value,
  spec: SwinSpec,
  { norm = (stage): string => `hidden_states_norms.stage${stage + 1}`, scope }: SwinMapsOptions = {},
): FeatureMap[] {
  const seen: Value[] = []
  const run = (): Value => swinStages(context, pixels, spec, { after: (_, x) => void seen.push(x) })
  if (scope === undefined) run()
  else context.graph.scope(scope, run)
  return seen.map((x, index) => {
    const { side, size } = swinStage(spec, index)
    const normal = norm === null ? x : layerNorm(context, x, { name: norm(index), size, epsilon: spec.epsilon })
    return { value: tokensToGrid(context, normal, side, size), channels: size, stride: spec.patch * 2 ** index }
  })
}
