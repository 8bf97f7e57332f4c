import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { attention } from '../blocks/attention.ts'
import { feedForward, gatedFeedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { patchEmbedding, repeatForBatch } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'
import { type FeatureMap, type ImageFeatures, tokensFrom, tokensToGrid } from '../heads/vision.ts'

/** Upstream's module names within one layer, and of the stack. */
export interface VisionTransformerNames {
  /** Scope of the layers, followed by their number. */
  readonly layers: string
  readonly before: string
  readonly after: string
  readonly attention: { readonly query: string; readonly key: string; readonly value: string; readonly output: string }
  readonly up: string
  readonly down: string
  /** Present where the network is gated. */
  readonly gate?: string
  /** Norm before the first layer. @default none */
  readonly first?: string
  /** Norm behind the last layer; null where it has none. */
  readonly last: string | null
}

/** ViT and what was made from it. */
export const vitNames: VisionTransformerNames = {
  layers: 'encoder.layer',
  before: 'layernorm_before',
  after: 'layernorm_after',
  attention: {
    query: 'attention.attention.query',
    key: 'attention.attention.key',
    value: 'attention.attention.value',
    output: 'attention.output.dense',
  },
  up: 'intermediate.dense',
  down: 'output.dense',
  last: 'layernorm',
}

/** DINOv2 and its kin. */
export const dinoNames: VisionTransformerNames = { ...vitNames, before: 'norm1', after: 'norm2', up: 'mlp.fc1', down: 'mlp.fc2' }

/** A learned token or several, by its weight name. */
export interface PrefixToken {
  readonly name: string
  readonly count: number
}

export interface VisionTransformerSpec {
  readonly image: number
  readonly patch: number
  /** @default 3 */
  readonly channels?: number
  readonly size: number
  readonly layers: number
  readonly heads: number
  readonly innerSize: number
  readonly activation: Activation
  readonly epsilon: number
  readonly names: VisionTransformerNames
  /** Module name of the patch projection. @default 'patch_embeddings.projection' */
  readonly patchName?: string
  /** Tokens that stand before the patches and have positions of their own. */
  readonly prefix: readonly PrefixToken[]
  /** Tokens put between the prefix and the patches once positions are added (Darcet et al. 2024, arXiv:2309.16588, §2.2). @default none */
  readonly registers?: PrefixToken
  /** Learned positions of prefix and patches. @default true */
  readonly positions?: boolean
  /** Biases of the projections. @default all have one */
  readonly bias?: { readonly query: boolean; readonly key: boolean; readonly value: boolean; readonly output: boolean }
  /** Weight names of learned factors on what each half of a layer adds (LayerScale, arXiv:2103.17239). @default none */
  readonly scales?: readonly [string, string]
  /** How queries and keys of the patches are turned. @default not at all */
  readonly rotate?: (context: GraphContext, head: Value) => Value
  /** Position biases of a layer's scores, in the layer's scope. @default none */
  readonly biases?: (context: GraphContext) => readonly Value[]
  /** Replaces the patch projection, as a convolutional stem does: pixels to `[batch, patches, size]`. */
  readonly embed?: (context: GraphContext, pixels: Value) => Value
}

/** Number of tokens before the patches. */
export function prefixLength({ prefix, registers }: Pick<VisionTransformerSpec, 'prefix' | 'registers'>): number {
  return [...prefix, ...(registers ? [registers] : [])].reduce((sum, { count }) => sum + count, 0)
}

/** Number of patches. */
export function patchCount({ image, patch }: Pick<VisionTransformerSpec, 'image' | 'patch'>): number {
  return (image / patch) ** 2
}

/**
 * Patches, prefix tokens and positions (Dosovitskiy et al. 2021, arXiv:2010.11929, eq. 1): `[batch, channels, image, image] → [batch, prefix + patches, size]`.
 * @param masked bool `[batch, patches]`: where it holds, the learned mask token stands for the patch
 */
export function embedImage(context: GraphContext, pixels: Value, spec: VisionTransformerSpec, masked?: Value): Value {
  const { graph } = context
  const { size, patch, channels = 3, patchName = 'patch_embeddings.projection', prefix, registers, positions = true } = spec
  return graph.scope('embeddings', () => {
    const seen = spec.embed?.(context, pixels) ?? patchEmbedding(context, pixels, { name: patchName, channels, size, patch })
    const patches =
      masked === undefined
        ? seen
        : graph.node('Where', [
            graph.node('Unsqueeze', [masked, graph.constant('int64', [-1])]),
            context.weight('mask_token', [1, 1, size], { std: 1 }),
            seen,
          ])
    const repeated = ({ name, count }: PrefixToken): Value =>
      repeatForBatch(context, context.weight(name, [1, count, size], { std: 1 }), seen, [count, size])
    const tokens = prefix.length === 0 ? patches : graph.node('Concat', [...prefix.map(repeated), patches], { axis: 1 })
    const before = prefixLength({ prefix })
    const placed = positions
      ? graph.node('Add', [tokens, context.weight('position_embeddings', [1, patchCount(spec) + before, size], { std: 0.5 })])
      : tokens
    if (registers === undefined) return placed
    const parts = [tokensFrom(context, placed, 0, before), repeated(registers), tokensFrom(context, placed, before)]
    return graph.node('Concat', parts, { axis: 1 })
  })
}

/** One layer, norms before attention and feed-forward, in the current scope (arXiv:2010.11929, eq. 2 and 3): `[batch, length, size]` keeps its shape. */
export function visionLayer(context: GraphContext, x: Value, spec: VisionTransformerSpec): Value {
  const { graph } = context
  const { size, epsilon, names, scales, innerSize, activation } = spec
  const scaled = (part: Value, half: 0 | 1): Value =>
    scales ? graph.node('Mul', [part, context.weight(scales[half], [size], { mean: 1 })]) : part
  const turn = spec.rotate
  const attended = attention(context, layerNorm(context, x, { name: names.before, size, epsilon }), {
    size,
    heads: spec.heads,
    names: names.attention,
    ...(spec.bias ? { bias: spec.bias } : {}),
    ...(spec.biases ? { biases: spec.biases(context) } : {}),
    ...(turn ? { headNorm: (head: Value) => turn(context, head) } : {}),
  })
  const middle = graph.node('Add', [scaled(attended, 0), x])
  const normal = layerNorm(context, middle, { name: names.after, size, epsilon })
  const options = { size, innerSize, activation, bias: true }
  const fed = names.gate
    ? gatedFeedForward(context, normal, { ...options, names: { gate: names.gate, up: names.up, down: names.down } })
    : feedForward(context, normal, { ...options, names: { up: names.up, down: names.down } })
  return graph.node('Add', [scaled(fed, 1), middle])
}

/** All layers; `after` sees what each gives, the embeddings counting as level 0. */
export function visionLayers(
  context: GraphContext,
  embedded: Value,
  spec: VisionTransformerSpec,
  after?: (level: number, x: Value) => void,
): Value {
  const { first } = spec.names
  let x = first ? layerNorm(context, embedded, { name: first, size: spec.size, epsilon: spec.epsilon }) : embedded
  after?.(0, x)
  for (let layer = 0; layer < spec.layers; layer++) {
    x = context.graph.scope(`${spec.names.layers}.${layer}`, () => visionLayer(context, x, spec))
    after?.(layer + 1, x)
  }
  return x
}

/** Pixels to tokens, the last norm included. */
export function visionTransformer(context: GraphContext, pixels: Value, spec: VisionTransformerSpec, masked?: Value): ImageFeatures {
  const x = visionLayers(context, embedImage(context, pixels, spec, masked), spec)
  const dims = [patchCount(spec) + prefixLength(spec), spec.size]
  return { hidden: lastNorm(context, x, spec), dims }
}

/** The norm behind the last layer. */
export function lastNorm(context: GraphContext, x: Value, { names, size, epsilon }: VisionTransformerSpec): Value {
  return names.last === null ? x : layerNorm(context, x, { name: names.last, size, epsilon })
}

export interface LevelOptions {
  /** Layers whose output is wanted, 0 for the embeddings. */
  readonly levels: readonly number[]
  /** Whether the last norm is applied to each level. @default true */
  readonly norm?: boolean
}

/** Patches of several layers as grids of the same size: what backbones of plain transformers give (Li et al. 2022, arXiv:2203.16527, §3). */
export function visionFeatureMaps(
  context: GraphContext,
  pixels: Value,
  spec: VisionTransformerSpec,
  { levels, norm = true }: LevelOptions,
): FeatureMap[] {
  const seen = new Map<number, Value>()
  const until = { ...spec, layers: Math.max(...levels) }
  visionLayers(context, embedImage(context, pixels, spec), until, (level, x) => void seen.set(level, x))
  return levels.map((level) => {
    const x = seen.get(level)!
    const normal = norm ? lastNorm(context, x, spec) : x
    const patches = prefixLength(spec) === 0 ? normal : tokensFrom(context, normal, prefixLength(spec))
    return { value: tokensToGrid(context, patches, spec.image / spec.patch, spec.size), channels: spec.size, stride: spec.patch }
  })
}

/** tanh of a linear layer on the first token: `pooler_output`. */
export function tanhPooler(context: GraphContext, first: Value, size: number, activation: Activation = 'tanh'): Value {
  return activate(context, linear(context, first, { name: 'pooler.dense', inputSize: size, outputSize: size }), activation)
}
