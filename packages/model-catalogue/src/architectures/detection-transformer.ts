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

interface Placed {
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
function sinePlaces(context: GraphContext, mask: Value, size: number): Value {
  const { graph } = context
  const half = size / 2
  // neighbours share a frequency: the first takes the sine, the second the cosine
  const periods = Array.from({ length: half / 2 }, (_, index) => exp((2 * index * log(10_000)) / half))
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
function sublayer(context: GraphContext, spec: DetectionTransformerSpec, x: Value, name: string, body: (x: Value) => Value): Value {
  const norm = (value: Value): Value => layerNorm(context, value, { name, size: spec.size, epsilon: 1e-5 })
  return spec.norm === 'pre' ? add(context, x, body(norm(x))) : norm(add(context, x, body(x)))
}

function feed(context: GraphContext, spec: DetectionTransformerSpec, x: Value): Value {
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

/** DETR: a ResNet's last map, a transformer's encoder over its cells, and a decoder over learned queries (arXiv:2005.12872, §3.2). */
export function detectionTransformer(context: GraphContext, spec: DetectionTransformerSpec): Detected {
  const { graph } = context
  const { size, image, layers, queries } = spec
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
  const place = sinePlaces(context, sampled, size)
  const shown = graph.node('Reshape', [sampled, graph.constant('int64', [0, 1, 1, side * side])])
  const mask = graph.node('Mul', [
    graph.node('Sub', [graph.constant('float32', 1), shown]),
    graph.constant('float32', -3.4028234663852886e38),
  ])
  const encoded = graph.scope('model.encoder', () => {
    let x = cells
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = sublayer(context, spec, x, 'self_attn_layer_norm', (value) =>
          graph.scope('self_attn', () => placedAttention(context, { x: value, place }, { x: value, place }, spec, [mask])),
        )
        return feed(context, spec, attended)
      })
    }
    return spec.norm === 'pre' ? layerNorm(context, x, { name: 'layernorm', size, epsilon: 1e-5 }) : x
  })
  const asked = graph.scope('model.query_position_embeddings', () => context.weight('weight', [queries, size], { std: 1 }))
  const start = repeatForBatch(
    context,
    graph.node('Mul', [graph.node('Unsqueeze', [asked, graph.constant('int64', [0])]), graph.constant('float32', 0)]),
    cells,
    [queries, size],
  )
  const hidden = graph.scope('model.decoder', () => {
    let x = start
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = sublayer(context, spec, x, 'self_attn_layer_norm', (value) =>
          graph.scope('self_attn', () => placedAttention(context, { x: value, place: asked }, { x: value, place: asked }, spec, [])),
        )
        const crossed = sublayer(context, spec, attended, 'encoder_attn_layer_norm', (value) =>
          graph.scope('encoder_attn', () => placedAttention(context, { x: value, place: asked }, { x: encoded, place }, spec, [mask])),
        )
        return feed(context, spec, crossed)
      })
    }
    return layerNorm(context, x, { name: 'layernorm', size, epsilon: 1e-5 })
  })
  return { hidden, encoded, cells: side * side }
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
  const sizes = [size, size, size, 4]
  const boxes = [0, 1, 2].reduce((value, index) => {
    const next = linear(context, value, { name: `bbox_predictor.layers.${index}`, inputSize: sizes[index]!, outputSize: sizes[index + 1]! })
    return activate(context, next, index < 2 ? 'relu' : 'sigmoid')
  }, hidden)
  graph.output('pred_boxes', boxes, 'float32', [batch, queries, 4])
}
