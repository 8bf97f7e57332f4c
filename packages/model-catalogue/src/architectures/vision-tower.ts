import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { attention, dotProductAttention, splitHeads } from '../blocks/attention.ts'
import { feedForward, gatedFeedForward } from '../blocks/feed-forward.ts'
import { gridRotary, squarePlaces } from '../blocks/grid-rotary.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm, rmsNorm } from '../blocks/norm.ts'
import { patchEmbedding, prependToken, repeatForBatch } from '../blocks/patch.ts'
import { applyRotary, type RotaryAngles } from '../blocks/rotary-position.ts'
import type { GraphContext } from '../graph-context.ts'

/** Upstream's module names within one layer. */
export interface TowerNames {
  readonly layers: string
  readonly norms: readonly [string, string]
  readonly attention: string
  /** One projection of all three, or each of its own. */
  readonly projections: { readonly fused: string; readonly output: string } | Record<'query' | 'key' | 'value' | 'output', string>
  readonly feedForward: string
  readonly up: string
  readonly down: string
  /** Present where the feed-forward network is gated. */
  readonly gate?: string
}

/** The layer of CLIP, SigLIP and their kin. */
export const clipNames: TowerNames = {
  layers: 'encoder.layers',
  norms: ['layer_norm1', 'layer_norm2'],
  attention: 'self_attn',
  projections: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' },
  feedForward: 'mlp',
  up: 'fc1',
  down: 'fc2',
}

/** The layer of the Qwen-VL series and what follows it. */
export const blocksNames: TowerNames = {
  layers: 'blocks',
  norms: ['norm1', 'norm2'],
  attention: 'attn',
  projections: { fused: 'qkv', output: 'proj' },
  feedForward: 'mlp',
  up: 'fc1',
  down: 'fc2',
}

/** A stack of pre-norm transformer layers over patches. */
export interface TowerLayers {
  readonly size: number
  /** Layers that are used: a tower of which the last but one layer's output is taken counts one less than its config. */
  readonly layers: number
  readonly heads: number
  readonly innerSize: number
  readonly activation: Activation
  readonly epsilon: number
  readonly norm: 'layer' | 'rms'
  readonly names: TowerNames
  readonly bias?: {
    /** Of query and value, and of the key unless told apart. @default true */
    readonly projections?: boolean
    /** @default that of the projections */
    readonly key?: boolean
    /** @default that of the projections */
    readonly output?: boolean
    /** @default true */
    readonly feedForward?: boolean
  }
  /** Norm of each head's queries and keys. @default none */
  readonly headNorm?: 'layer' | 'rms'
  /** Learned factors per channel on what each half of a layer adds, by name (LayerScale, arXiv:2103.17239). @default none */
  readonly layerScale?: readonly [string, string]
  /** A learned factor tanh(gate) on what each half adds. @default none */
  readonly gates?: readonly [string, string]
}

export interface TowerRun {
  readonly rotary?: RotaryAngles | undefined
  /** Another rotation of each head's queries and keys than by `rotary`. */
  readonly turn?: (head: Value) => Value
  /** Masks and position biases of a layer's attention. */
  readonly biases?: (layer: number) => readonly Value[]
  /** Called after each layer, for features of several depths. */
  readonly after?: (layer: number, x: Value) => void
}

/** `[images, patches, size]` keeps its shape. */
export function towerLayers(context: GraphContext, embedded: Value, spec: TowerLayers, run: TowerRun = {}): Value {
  const { graph } = context
  let x = embedded
  for (let layer = 0; layer < spec.layers; layer++) {
    x = graph.scope(`${spec.names.layers}.${layer}`, () => {
      const add = (to: Value, part: Value, half: 0 | 1): Value => graph.node('Add', [to, scaled(context, part, spec, half)])
      const attended = towerAttention(context, towerNorm(context, x, spec, spec.names.norms[0]), spec, run, run.biases?.(layer) ?? [])
      const middle = add(x, attended, 0)
      return add(middle, towerFeedForward(context, towerNorm(context, middle, spec, spec.names.norms[1]), spec), 1)
    })
    run.after?.(layer, x)
  }
  return x
}

/** The tower's own kind of norm under a name. */
export function towerNorm(
  context: GraphContext,
  x: Value,
  { size, epsilon, norm }: Pick<TowerLayers, 'size' | 'epsilon' | 'norm'>,
  name: string,
): Value {
  return norm === 'layer' ? layerNorm(context, x, { name, size, epsilon }) : rmsNorm(context, x, { name, size, epsilon })
}

function scaled(context: GraphContext, part: Value, { layerScale, gates, size }: TowerLayers, half: 0 | 1): Value {
  const { graph } = context
  if (layerScale !== undefined) return graph.node('Mul', [part, context.weight(layerScale[half], [size], { mean: 1 })])
  if (gates !== undefined) return graph.node('Mul', [part, graph.node('Tanh', [context.weight(gates[half], [1], { mean: 0.5 })])])
  return part
}

function towerAttention(context: GraphContext, x: Value, spec: TowerLayers, { rotary, turn }: TowerRun, biases: readonly Value[]): Value {
  const { graph } = context
  const { size, heads, names, headNorm, epsilon } = spec
  const { projections = true, key = projections, output = projections } = spec.bias ?? {}
  const headSize = size / heads
  const normHead = (head: Value, name: string): Value => {
    const normed = headNorm ? towerNorm(context, head, { size: headSize, epsilon, norm: headNorm }, name) : head
    return turn ? turn(normed) : normed
  }
  const wanted = names.projections
  return graph.scope(names.attention, () => {
    if (!('fused' in wanted)) {
      return attention(context, x, {
        size,
        heads,
        names: wanted,
        biases,
        bias: { query: projections, key, value: projections, output },
        ...(rotary ? { rotary } : {}),
        ...(headNorm || turn ? { headNorm: normHead } : {}),
      })
    }
    const all = linear(context, x, { name: wanted.fused, inputSize: size, outputSize: 3 * size, bias: projections })
    const parts = graph.nodes('Split', [all], { axis: -1, num_outputs: 3 }, { outputs: 3 })
    const [queries, keys, values] = parts.map((part) => splitHeads(context, part, heads, headSize)) as [Value, Value, Value]
    const place = (head: Value, name: string): Value => (rotary ? applyRotary(context, normHead(head, name), rotary) : normHead(head, name))
    const merged = dotProductAttention(context, {
      query: place(queries, 'q_norm'),
      key: place(keys, 'k_norm'),
      value: values,
      scale: 1 / Math.sqrt(headSize),
      biases,
      size,
    })
    return linear(context, merged, { name: wanted.output, inputSize: size, outputSize: size, bias: output })
  })
}

function towerFeedForward(context: GraphContext, x: Value, { size, innerSize, activation, names, bias }: TowerLayers): Value {
  const options = { size, innerSize, activation, bias: bias?.feedForward ?? true }
  const { up, down, gate } = names
  return context.graph.scope(names.feedForward, () =>
    gate === undefined
      ? feedForward(context, x, { ...options, names: { up, down } })
      : gatedFeedForward(context, x, { ...options, names: { gate, up, down } }),
  )
}

/** A tower over images of one size. */
export interface VisionTowerSpec extends TowerLayers {
  readonly image: number
  readonly patch: number
  /** Module name and bias of the patch projection. */
  readonly patches: { readonly name: string; readonly bias: boolean }
  /** @default 3 */
  readonly channels?: number
  /** Norm of the patches before positions are added. @default none */
  readonly patchNorm?: string
  /** Weight name of a learned token that stands before the patches. @default none */
  readonly classToken?: string
  /** Weight name of learned positions, the class token's included. @default none */
  readonly positions?: string
  /** Angles by row and column. @default none */
  readonly rotary?: { readonly theta: number; readonly frequencies: 'shared' | 'alternating' }
  /** Norm before the layers. @default none */
  readonly before?: string
  /** Norm after the layers. @default none */
  readonly after?: string
  /** Scope of the patch projection, token and positions. @default none */
  readonly embeddingScope?: string
}

/** Pixels to tokens: `[images, channels, image, image] → [images, patches (+ 1), size]`, in the current scope. */
export function visionTower(context: GraphContext, pixels: Value, spec: VisionTowerSpec, after?: (layer: number, x: Value) => void): Value {
  const embed = (): Value => embedPatches(context, pixels, spec)
  const embedded = (spec.embeddingScope ?? '') === '' ? embed() : context.graph.scope(spec.embeddingScope!, embed)
  const started = spec.before === undefined ? embedded : towerNorm(context, embedded, spec, spec.before)
  const side = spec.image / spec.patch
  const rotary = spec.rotary && gridRotary(context, { ...squarePlaces(context, side), size: spec.size / spec.heads, side, ...spec.rotary })
  const x = towerLayers(context, started, spec, { rotary, ...(after ? { after } : {}) })
  return spec.after === undefined ? x : towerNorm(context, x, spec, spec.after)
}

function embedPatches(context: GraphContext, pixels: Value, spec: VisionTowerSpec): Value {
  const { graph } = context
  const { size, patch, channels = 3, classToken, positions } = spec
  const projected = patchEmbedding(context, pixels, { ...spec.patches, channels, size, patch })
  const patches = spec.patchNorm === undefined ? projected : towerNorm(context, projected, spec, spec.patchNorm)
  const tokens =
    classToken === undefined ? patches : prependToken(context, patches, context.weight(classToken, [1, 1, size], { std: 1 }), size)
  if (positions === undefined) return tokens
  const count = (spec.image / patch) ** 2 + (classToken === undefined ? 0 : 1)
  return graph.node('Add', [tokens, context.weight(positions, [1, count, size], { std: 0.5 })])
}

/** Drops the class token: `[images, 1 + patches, size] → [images, patches, size]`. */
export function withoutFirst(context: GraphContext, x: Value): Value {
  const { graph } = context
  return graph.node('Slice', [x, graph.constant('int64', [1]), graph.constant('int64', [1_000_000]), graph.constant('int64', [1])])
}

/** Learned queries `[1, count, size]` for each image. */
export function learnedQueries(
  context: GraphContext,
  x: Value,
  { name, count, size }: { readonly name: string; readonly count: number; readonly size: number },
): Value {
  return repeatForBatch(context, context.weight(name, [1, count, size], { std: 1 }), x, [count, size])
}

/** A projection and an activation by name, as projectors begin. */
export function activated(
  context: GraphContext,
  x: Value,
  {
    name,
    inputSize,
    outputSize,
    activation,
    bias = true,
  }: {
    readonly name: string
    readonly inputSize: number
    readonly outputSize: number
    readonly activation: Activation
    readonly bias?: boolean
  },
): Value {
  return activate(context, linear(context, x, { name, inputSize, outputSize, bias }), activation)
}
