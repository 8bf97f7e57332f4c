import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../blocks/activation.ts'
import { add } from '../blocks/arithmetic.ts'
import { mergeHeads, splitHeads } from '../blocks/attention.ts'
import { linear } from '../blocks/linear.ts'
import { exp, log } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import { type DetectionTransformerSpec, type EncodedCells, sublayer } from './detection-transformer.ts'

/** Upstream's module names within a layer. */
export interface ConditionalNames {
  readonly queryContent: readonly [self: string, cross: string]
  readonly queryPlace: readonly [self: string, cross: string]
  readonly keyContent: readonly [self: string, cross: string]
  readonly keyPlace: readonly [self: string, cross: string]
  readonly value: readonly [self: string, cross: string]
  readonly output: readonly [self: string, cross: string]
  readonly norm: readonly [self: string, cross: string]
  readonly sines: string
}

/** What a layer's queries are asked with. */
export interface Asked {
  /** `[queries, size]` or `[batch, queries, size]` */
  readonly place: Value
  /** Sines of the reference points, scaled by what was seen: `[1 or batch, queries, size]`. */
  readonly sines: Value
  /** The first layer knows no content yet: places are added to it too. */
  readonly isFirst: boolean
}

/** Softmax attention over heads that are split already. */
function attend(
  context: GraphContext,
  query: Value,
  key: Value,
  value: Value,
  { size, heads }: DetectionTransformerSpec,
  mask?: Value,
): Value {
  const { graph } = context
  const width = mask === undefined ? size / heads : (2 * size) / heads
  const product = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  const scaled = graph.node('Mul', [product, graph.constant('float32', width ** -0.5)])
  const scores = mask === undefined ? scaled : add(context, scaled, mask)
  return mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), value]), size)
}

/**
 * A layer before its feed-forward network. Content and place are projected apart; in cross-attention they stand side by side instead of being added, so that a query's
 * place finds an object's extremities (Meng et al. 2021, arXiv:2108.06152, §3.3): `[batch, queries, size]` keeps its shape.
 */
export function conditionalAttention(
  context: GraphContext,
  x: Value,
  { place, sines, isFirst }: Asked,
  image: EncodedCells,
  { spec, names }: { readonly spec: DetectionTransformerSpec; readonly names: ConditionalNames },
): Value {
  const { graph } = context
  const { size, heads } = spec
  const project = (value: Value, name: string): Value => linear(context, value, { name, inputSize: size, outputSize: size })
  const split = (value: Value): Value => splitHeads(context, value, heads, size / heads)
  const attended = sublayer(context, spec, x, names.norm[0], (value) => {
    const query = add(context, project(value, names.queryContent[0]), project(place, names.queryPlace[0]))
    const key = add(context, project(value, names.keyContent[0]), project(place, names.keyPlace[0]))
    return project(attend(context, split(query), split(key), split(project(value, names.value[0])), spec), names.output[0])
  })
  return sublayer(context, spec, attended, names.norm[1], (value) => {
    const content = project(value, names.queryContent[1])
    const cells = project(image.encoded, names.keyContent[1])
    const cellPlaces = project(image.place, names.keyPlace[1])
    const query = isFirst ? add(context, content, project(place, names.queryPlace[1])) : content
    const key = isFirst ? add(context, cells, cellPlaces) : cells
    // one copy for each image, also of sines that all share
    const nothing = graph.node('Mul', [content, graph.constant('float32', 0)])
    const placed = project(sines, names.sines)
    const copied = isFirst ? add(context, nothing, placed) : placed
    const both = graph.node('Concat', [split(query), split(copied)], { axis: 3 })
    const keys = graph.node('Concat', [split(key), split(cellPlaces)], { axis: 3 })
    return project(attend(context, both, keys, split(project(image.encoded, names.value[1])), spec, image.mask), names.output[1])
  })
}

/** Layers with ReLU between them, `[…, sizes[0]] → […, sizes.at(-1)]`. */
export function layersOf(context: GraphContext, x: Value, name: string, sizes: readonly number[]): Value {
  return context.graph.scope(name, () =>
    sizes.slice(1).reduce((value, outputSize, index) => {
      const next = linear(context, value, { name: `layers.${index}`, inputSize: sizes[index]!, outputSize })
      return index < sizes.length - 2 ? activate(context, next, 'relu') : next
    }, x),
  )
}

/** Sines and cosines in turn of one number between 0 and 1: `[…, 1] → […, width]`. */
export function sineOf(context: GraphContext, share: Value, width: number, leading: readonly number[]): Value {
  const { graph } = context
  const periods = Array.from({ length: width / 2 }, (_, index) => exp((2 * index * log(10_000)) / width) / (2 * Math.PI))
  const angles = graph.node('Div', [share, graph.constant('float32', periods)])
  const last = graph.constant('int64', [-1])
  const pairs = ['Sin', 'Cos'].map((wave) => graph.node('Unsqueeze', [graph.node(wave, [angles]), last]))
  return graph.node('Reshape', [graph.node('Concat', pairs, { axis: -1 }), graph.constant('int64', [...leading, width])])
}
