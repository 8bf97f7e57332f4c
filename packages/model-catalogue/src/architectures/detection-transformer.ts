import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../blocks/activation.ts'
import { add } from '../blocks/arithmetic.ts'
import { dotProductAttention, splitHeads } from '../blocks/attention.ts'
import { convolution } from '../blocks/convolution.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { flattenGrid, repeatForBatch } from '../blocks/patch.ts'
import { exp, log } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import { pixelsInput } from '../graphs/image-inputs.ts'
import { batch } from '../graphs/text-inputs.ts'
import { labelCount } from '../heads/vision.ts'
import { timmResNet } from './timm-resnet.ts'

export interface DetectionTransformerSpec {
  /** Side of the images, a multiple of 32. */
  readonly image: number
  readonly size: number
  readonly heads: number
  readonly innerSize: number
  readonly layers: number
  readonly queries: number
  /** Where the norms stand; `pre` has one more behind the encoder. */
  readonly norm: 'post' | 'pre'
}

const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }

export interface Placed {
  readonly x: Value
  readonly place: Value
}

/** Attention whose queries and keys, not its values, know their places (Carion et al. 2020, arXiv:2005.12872, §A.3). */
function placedAttention(
  context: GraphContext,
  query: Placed,
  source: Placed,
  { size, heads }: DetectionTransformerSpec,
  biases: readonly Value[],
): Value {
  const project = (x: Value, name: string): Value =>
    splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: size }), heads, size / heads)
  const merged = dotProductAttention(context, {
    query: project(add(context, query.x, query.place), names.query),
    key: project(add(context, source.x, source.place), names.key),
    value: project(source.x, names.value),
    scale: 1 / Math.sqrt(size / heads),
    biases,
    size,
  })
  return linear(context, merged, { name: names.output, inputSize: size, outputSize: size })
}

/**
 * Sines of each cell's row and column, counted over what the mask shows and scaled to a whole turn (arXiv:2005.12872, §A.4): `[batch, cells, size]`.
 * @param mask float32 `[batch, side, side]`, 1 for cells within the image
 */
export function sinePlaces(context: GraphContext, mask: Value, size: number, temperature = 10_000): Value {
  const { graph } = context
  const half = size / 2
  // neighbours share a frequency: the first takes the sine, the second the cosine
  const periods = Array.from({ length: half / 2 }, (_, index) => exp((2 * index * log(temperature)) / half))
  const along = (axis: number): Value => {
    const counted = graph.node('CumSum', [mask, graph.constant('int64', axis)])
    const last = graph.node('Slice', [counted, ...[-1, Number.MAX_SAFE_INTEGER, axis].map((value) => graph.constant('int64', [value]))])
    const share = graph.node('Div', [counted, graph.node('Add', [last, graph.constant('float32', 1e-6)])])
    const turn = graph.node('Unsqueeze', [graph.node('Mul', [share, graph.constant('float32', 2 * Math.PI)]), graph.constant('int64', [3])])
    const angles = graph.node('Div', [turn, graph.constant('float32', periods)])
    const pairs = ['Sin', 'Cos'].map((wave) => graph.node('Unsqueeze', [graph.node(wave, [angles]), graph.constant('int64', [4])]))
    return graph.node('Reshape', [graph.node('Concat', pairs, { axis: 4 }), graph.constant('int64', [0, 0, 0, half])])
  }
  const grid = graph.node('Concat', [along(1), along(2)], { axis: 3 })
  return graph.node('Reshape', [grid, graph.constant('int64', [0, -1, size])])
}

/** One sublayer with its norm where the spec has it. */
export function sublayer(context: GraphContext, spec: DetectionTransformerSpec, x: Value, name: string, body: (x: Value) => Value): Value {
  const norm = (value: Value): Value => layerNorm(context, value, { name, size: spec.size, epsilon: 1e-5 })
  return spec.norm === 'pre' ? add(context, x, body(norm(x))) : norm(add(context, x, body(x)))
}

/** The feed-forward sublayer. */
export function feed(context: GraphContext, spec: DetectionTransformerSpec, x: Value): Value {
  const { size, innerSize } = spec
  return sublayer(context, spec, x, 'final_layer_norm', (value) =>
    feedForward(context, value, { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation: 'relu' }),
  )
}

export interface Detected {
  /** `[batch, queries, size]` */
  readonly hidden: Value
  /** `[batch, cells, size]` */
  readonly encoded: Value
  readonly cells: number
}

/** Cells of an image behind the encoder. */
export interface EncodedCells {
  /** `[batch, cells, size]` */
  readonly encoded: Value
  /** Of each cell, `[batch, cells, size]`. */
  readonly place: Value
  /** Additive, for cells outside the image. */
  readonly mask: Value
  readonly cells: number
}

export interface EncoderVariations {
  /** Of the sines. @default 10,000 */
  readonly temperature?: number
  /** What a cell's place becomes for a layer that reads `x`. @default as it is */
  readonly placeFor?: (x: Value, place: Value) => Value
  /** In place of {@link feed}. */
  readonly feed?: (x: Value) => Value
}

/** A ResNet's last map and a transformer's encoder over its cells (arXiv:2005.12872, §3.2). */
export function detectionEncoder(
  context: GraphContext,
  spec: DetectionTransformerSpec,
  { temperature = 10_000, placeFor = (_, place) => place, feed: feedAs = (x) => feed(context, spec, x) }: EncoderVariations = {},
): EncodedCells {
  const { graph } = context
  const { size, image, layers } = spec
  const side = image / 32
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const pixelMask = graph.input('pixel_mask', 'int64', [batch, image, image])
  const map = graph
    .scope('model.backbone.model', () => timmResNet(context, pixels, { block: 'basic', layers: [1, 1, 1, 1], channels: [8, 12, 16, 24] }))
    .at(-1)!
  const projected = graph.scope('model', () =>
    convolution(context, map.value, { name: 'input_projection', inputChannels: map.channels, outputChannels: size, kernel: [1, 1] }),
  )
  const cells = flattenGrid(context, projected, size)
  const sampled = graph.node('Slice', [
    graph.node('Slice', [
      graph.node('Cast', [pixelMask], { to: 1 }),
      ...[0, Number.MAX_SAFE_INTEGER, 1, 32].map((value) => graph.constant('int64', [value])),
    ]),
    ...[0, Number.MAX_SAFE_INTEGER, 2, 32].map((value) => graph.constant('int64', [value])),
  ])
  const place = sinePlaces(context, sampled, size, temperature)
  const shown = graph.node('Reshape', [sampled, graph.constant('int64', [0, 1, 1, side * side])])
  const mask = graph.node('Mul', [
    graph.node('Sub', [graph.constant('float32', 1), shown]),
    graph.constant('float32', -3.4028234663852886e38),
  ])
  const encoded = graph.scope('model.encoder', () => {
    let x = cells
    for (let layer = 0; layer < layers; layer++) {
      const placed = placeFor(x, place)
      x = graph.scope(`layers.${layer}`, () => {
        const attended = sublayer(context, spec, x, 'self_attn_layer_norm', (value) =>
          graph.scope('self_attn', () => placedAttention(context, { x: value, place: placed }, { x: value, place: placed }, spec, [mask])),
        )
        return feedAs(attended)
      })
    }
    return spec.norm === 'pre' ? layerNorm(context, x, { name: 'layernorm', size, epsilon: 1e-5 }) : x
  })
  return { encoded, place, mask, cells: side * side }
}

/** Queries that start from nothing, `[batch, queries, size]`. */
export function emptyQueries(context: GraphContext, asked: Value, like: Value, { queries, size }: DetectionTransformerSpec): Value {
  const { graph } = context
  const nothing = graph.node('Mul', [graph.node('Unsqueeze', [asked, graph.constant('int64', [0])]), graph.constant('float32', 0)])
  return repeatForBatch(context, nothing, like, [queries, size])
}

/** A decoder whose learned queries `[queries, size]` see each other and a source: `[batch, queries, size]`. */
export function detectionDecoder(
  context: GraphContext,
  spec: DetectionTransformerSpec,
  { asked, source, biases }: { readonly asked: Value; readonly source: Placed; readonly biases: readonly Value[] },
): Value {
  const { graph } = context
  let x = emptyQueries(context, asked, source.x, spec)
  for (let layer = 0; layer < spec.layers; layer++) {
    x = graph.scope(`layers.${layer}`, () => {
      const attended = sublayer(context, spec, x, 'self_attn_layer_norm', (value) =>
        graph.scope('self_attn', () => placedAttention(context, { x: value, place: asked }, { x: value, place: asked }, spec, [])),
      )
      const crossed = sublayer(context, spec, attended, 'encoder_attn_layer_norm', (value) =>
        graph.scope('encoder_attn', () => placedAttention(context, { x: value, place: asked }, source, spec, biases)),
      )
      return feed(context, spec, crossed)
    })
  }
  return layerNorm(context, x, { name: 'layernorm', size: spec.size, epsilon: 1e-5 })
}

/** DETR: an encoder over a ResNet's cells and a decoder over learned queries (arXiv:2005.12872, §3.2). */
export function detectionTransformer(context: GraphContext, spec: DetectionTransformerSpec): Detected {
  const { graph } = context
  const { encoded, place, mask, cells } = detectionEncoder(context, spec)
  const asked = graph.scope('model.query_position_embeddings', () => context.weight('weight', [spec.queries, spec.size], { std: 1 }))
  const hidden = graph.scope('model.decoder', () =>
    detectionDecoder(context, spec, { asked, source: { x: encoded, place }, biases: [mask] }),
  )
  return { hidden, encoded, cells }
}

/** Three layers with ReLU between them. */
export function boxLayers(context: GraphContext, hidden: Value, size: number, outputSize: number, name = 'bbox_predictor'): Value {
  const sizes = [size, size, size, outputSize]
  return [0, 1, 2].reduce((value, index) => {
    const next = linear(context, value, { name: `${name}.layers.${index}`, inputSize: sizes[index]!, outputSize: sizes[index + 1]! })
    return index < 2 ? activate(context, next, 'relu') : next
  }, hidden)
}

/** Declares `logits` of labels and of nothing, and `pred_boxes` as centre, width and height in shares of the image. */
export function detectionHeads(
  context: GraphContext,
  hidden: Value,
  { size, queries }: Pick<DetectionTransformerSpec, 'size' | 'queries'>,
): void {
  const { graph } = context
  const scores = linear(context, hidden, { name: 'class_labels_classifier', inputSize: size, outputSize: labelCount + 1 })
  graph.output('logits', scores, 'float32', [batch, queries, labelCount + 1])
  const boxes = activate(context, boxLayers(context, hidden, size, 4), 'sigmoid')
  graph.output('pred_boxes', boxes, 'float32', [batch, queries, 4])
}
