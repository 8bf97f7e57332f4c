import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../blocks/activation.ts'
import { add, reshape, slice, unsqueeze } from '../blocks/arithmetic.ts'
import { attention } from '../blocks/attention.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { transposedConvolution } from '../blocks/transposed-convolution.ts'
import type { GraphContext } from '../graph-context.ts'

export interface MaskDecoderSpec {
  readonly size: number
  readonly heads: number
  readonly layers: number
  readonly innerSize: number
  /** Cells along one side of the image's embedding. */
  readonly side: number
  /** Side of the image in pixels. */
  readonly image: number
}

/** Masks that are offered for a prompt that may mean several things; one more stands for a prompt that means one. */
export const maskCount = 3

const attentionNames = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }

/** Random Fourier features of places between 0 and 1: `[…, 2] → […, size]` (Tancik et al. 2020, arXiv:2006.10739, §5). */
export function fourierPlaces(context: GraphContext, places: Value, size: number): Value {
  const { graph } = context
  const basis = graph.scope('shared_image_embedding', () => context.weight('positional_embedding', [2, size / 2], { std: 1 }))
  const centred = graph.node('Sub', [graph.node('Mul', [places, graph.constant('float32', 2)]), graph.constant('float32', 1)])
  const angles = graph.node('Mul', [graph.node('MatMul', [centred, basis]), graph.constant('float32', 2 * Math.PI)])
  return graph.node('Concat', [graph.node('Sin', [angles]), graph.node('Cos', [angles])], { axis: -1 })
}

/** Places of an image's cells, `[1, side², size]`. */
export function cellPlaces(context: GraphContext, { side, size }: MaskDecoderSpec): Value {
  const cells = Float32Array.from({ length: side * side * 2 }, (_, index) => {
    const cell = Math.floor(index / 2)
    return ((index % 2 === 0 ? cell % side : Math.floor(cell / side)) + 0.5) / side
  })
  const places = context.graph.weight('cell_places', { type: 'float32', dims: [1, side * side, 2], data: cells })
  return fourierPlaces(context, places, size)
}

/**
 * Points with their labels, and one more that is no point: `[batch, prompts, points, 2] → [batch, prompts, points + 1, size]`
 * (Kirillov et al. 2023, arXiv:2304.02643, §A; upstream's `SamPromptEncoder`).
 */
export function promptTokens(context: GraphContext, points: Value, labels: Value, { size, image }: MaskDecoderSpec): Value {
  const { graph } = context
  const shifted = graph.node('Add', [points, graph.constant('float32', 0.5)])
  const none = graph.node('Mul', [slice(context, shifted, 2, 0, 1), graph.constant('float32', 0)])
  const all = graph.node('Concat', [shifted, none], { axis: 2 })
  const known = graph.node(
    'Concat',
    [
      labels,
      graph.node('Add', [graph.node('Mul', [slice(context, labels, 2, 0, 1), graph.constant('int64', 0)]), graph.constant('int64', -1)]),
    ],
    { axis: 2 },
  )
  const placed = fourierPlaces(context, graph.node('Div', [all, graph.constant('float32', image)]), size)
  return graph.scope('prompt_encoder', () => {
    const is = (label: number): Value => unsqueeze(context, graph.node('Equal', [known, graph.constant('int64', label)]), 3)
    const weight = (name: string): Value => context.weight(`${name}.weight`, [1, size], { std: 1 })
    const zero = graph.constant('float32', 0)
    const kind = (label: number, name: string): Value => graph.node('Where', [is(label), weight(name), zero])
    const points = graph.node('Where', [is(-1), weight('not_a_point_embed'), placed])
    return add(context, points, kind(0, 'point_embed.0'), kind(1, 'point_embed.1'))
  })
}

interface Sides {
  readonly tokens: Value
  readonly cells: Value
}

/** Attention narrower than its width by a factor. */
function narrow(context: GraphContext, name: string, query: Value, key: Value, value: Value, spec: MaskDecoderSpec, by = 2): Value {
  const { graph } = context
  const { size, heads } = spec
  const inner = size / by
  return graph.scope(name, () => {
    const project = (x: Value, part: string): Value => {
      const flat = linear(context, x, { name: part, inputSize: size, outputSize: inner })
      return graph.node('Transpose', [reshape(context, flat, [0, 0, heads, inner / heads])], { perm: [0, 2, 1, 3] })
    }
    const scores = graph.node('MatMul', [
      project(query, attentionNames.query),
      graph.node('Transpose', [project(key, attentionNames.key)], { perm: [0, 1, 3, 2] }),
    ])
    const scaled = graph.node('Mul', [scores, graph.constant('float32', 1 / Math.sqrt(inner / heads))])
    const seen = graph.node('MatMul', [graph.node('Softmax', [scaled], { axis: -1 }), project(value, attentionNames.value)])
    const merged = reshape(context, graph.node('Transpose', [seen], { perm: [0, 2, 1, 3] }), [0, 0, inner])
    return linear(context, merged, { name: attentionNames.output, inputSize: inner, outputSize: size })
  })
}

/** Tokens see the image and the image sees the tokens, layer by layer (arXiv:2304.02643, §A, figure 14). */
function twoWay(context: GraphContext, { tokens, cells }: Sides, places: Value, spec: MaskDecoderSpec): Sides {
  const { graph } = context
  const { size, heads, innerSize } = spec
  let [queries, keys] = [tokens, cells]
  const asked = (): Value => add(context, queries, tokens)
  const placed = (): Value => add(context, keys, places)
  const norm = (x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-6 })
  return graph.scope('transformer', () => {
    for (let layer = 0; layer < spec.layers; layer++) {
      graph.scope(`layers.${layer}`, () => {
        const self =
          layer === 0
            ? graph.scope('self_attn', () => attention(context, queries, { size, heads, names: attentionNames }))
            : add(context, queries, narrow(context, 'self_attn', asked(), asked(), queries, spec, 1))
        queries = norm(self, 'layer_norm1')
        queries = norm(add(context, queries, narrow(context, 'cross_attn_token_to_image', asked(), placed(), keys, spec)), 'layer_norm2')
        const fed = graph.scope('mlp', () =>
          feedForward(context, queries, { names: { up: 'lin1', down: 'lin2' }, size, innerSize, activation: 'relu' }),
        )
        queries = norm(add(context, queries, fed), 'layer_norm3')
        keys = norm(add(context, keys, narrow(context, 'cross_attn_image_to_token', placed(), asked(), queries, spec)), 'layer_norm4')
      })
    }
    const last = add(context, queries, narrow(context, 'final_attn_token_to_image', asked(), placed(), keys, spec))
    return { tokens: norm(last, 'layer_norm_final_attn'), cells: keys }
  })
}

/** Three layers, ReLU between them. */
export function threeLayers(context: GraphContext, x: Value, name: string, size: number, outputSize: number): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const first = activate(context, linear(context, x, { name: 'proj_in', inputSize: size, outputSize: size }), 'relu')
    const second = activate(context, linear(context, first, { name: 'layers.0', inputSize: size, outputSize: size }), 'relu')
    return linear(context, second, { name: 'proj_out', inputSize: size, outputSize })
  })
}

/** A layer norm over channels of a grid. */
export function channelNorm(context: GraphContext, x: Value, name: string, size: number): Value {
  const { graph } = context
  const last = graph.node('Transpose', [x], { perm: [0, 2, 3, 1] })
  return graph.node('Transpose', [layerNorm(context, last, { name, size, epsilon: 1e-6 })], { perm: [0, 3, 1, 2] })
}

/** Twice the size twice: `[n, size, side, side] → [n, size/8, 4·side, 4·side]`. */
export function enlarge(
  context: GraphContext,
  x: Value,
  {
    names,
    sizes,
    lastActivation,
  }: {
    readonly names: readonly [string, string, string]
    readonly sizes: readonly [number, number, number]
    readonly lastActivation: boolean
  },
): Value {
  const up = (value: Value, name: string, inputChannels: number, outputChannels: number): Value =>
    transposedConvolution(context, value, { name, inputChannels, outputChannels, kernel: 2, stride: 2 })
  const first = activate(context, channelNorm(context, up(x, names[0], sizes[0], sizes[1]), names[1], sizes[1]), 'gelu')
  const second = up(first, names[2], sizes[1], sizes[2])
  return lastActivation ? activate(context, second, 'gelu') : second
}

export interface MaskDecoderOutputs {
  /** Output tokens `[batch·prompts, tokens, size]`: of the masks' qualities, of each mask, and those given besides. */
  readonly tokens: Value
  /** `[batch·prompts, size/8, 4·side, 4·side]` */
  readonly pixels: Value
  /** Masks' weights by their token, `[batch·prompts, maskCount, size/8]`. */
  readonly weights: Value
  /** `[batch, prompts]`, int64 of length 2. */
  readonly leading: Value
}

/** The decoder up to where masks are made (arXiv:2304.02643, §A). */
export function decodeMasks(
  context: GraphContext,
  { image, prompts, further = [] }: { readonly image: Value; readonly prompts: Value; readonly further?: readonly string[] },
  spec: MaskDecoderSpec,
): MaskDecoderOutputs {
  const { graph } = context
  const { size, side } = spec
  const leading = graph.node('Shape', [prompts], { start: 0, end: 2 })
  const count = graph.node('Shape', [prompts], { start: 2, end: 3 })
  const places = cellPlaces(context, spec)
  const dense = graph.scope('prompt_encoder', () => context.weight('no_mask_embed.weight', [1, size], { std: 0.5 }))
  // one copy of the image for each prompt
  const cells = add(context, graph.node('Transpose', [reshape(context, image, [0, size, side * side])], { perm: [0, 2, 1] }), dense)
  const copied = graph.node('Expand', [
    unsqueeze(context, cells, 1),
    graph.node('Concat', [leading, graph.constant('int64', [side * side, size])], { axis: 0 }),
  ])
  return graph.scope('mask_decoder', () => {
    const outputs = ['iou_token.weight', 'mask_tokens.weight', ...further].map((name) =>
      context.weight(name, [name === 'mask_tokens.weight' ? maskCount + 1 : 1, size], { std: 1 }),
    )
    const own = graph.node('Concat', outputs, { axis: 0 })
    const known = 2 + maskCount + further.length
    const everywhere = graph.node('Expand', [
      unsqueeze(context, own, 0, 1),
      graph.node('Concat', [leading, graph.constant('int64', [known, size])], { axis: 0 }),
    ])
    const all = graph.node('Concat', [everywhere, prompts], { axis: 2 })
    const flat = graph.node('Reshape', [
      all,
      graph.node(
        'Concat',
        [graph.constant('int64', [-1]), graph.node('Add', [count, graph.constant('int64', [known])]), graph.constant('int64', [size])],
        { axis: 0 },
      ),
    ])
    const seen = twoWay(context, { tokens: flat, cells: reshape(context, copied, [-1, side * side, size]) }, places, spec)
    const grid = reshape(context, graph.node('Transpose', [seen.cells], { perm: [0, 2, 1] }), [-1, size, side, side])
    const pixels = enlarge(context, grid, {
      names: ['upscale_conv1', 'upscale_layer_norm', 'upscale_conv2'],
      sizes: [size, size / 4, size / 8],
      lastActivation: true,
    })
    // the first mask's token is for prompts that mean one thing
    const weights = Array.from({ length: maskCount }, (_, index) =>
      threeLayers(context, slice(context, seen.tokens, 1, 2 + index, 3 + index), `output_hypernetworks_mlps.${index + 1}`, size, size / 8),
    )
    return { tokens: seen.tokens, pixels, weights: graph.node('Concat', weights, { axis: 1 }), leading }
  })
}

/** Products of weights with each pixel: `[batch, prompts, masks, 4·side, 4·side]`. */
export function masksOf(context: GraphContext, weights: Value, pixels: Value, leading: Value, { size, side }: MaskDecoderSpec): Value {
  const { graph } = context
  const flat = graph.node('MatMul', [weights, reshape(context, pixels, [0, size / 8, 16 * side * side])])
  return graph.node('Reshape', [flat, graph.node('Concat', [leading, graph.constant('int64', [-1, 4 * side, 4 * side])], { axis: 0 })])
}

/** Expected overlap of each mask with what was meant: `[batch, prompts, maskCount]`. */
export function maskQualities(context: GraphContext, { tokens, leading }: MaskDecoderOutputs, size: number): Value {
  const { graph } = context
  const scores = graph.scope('mask_decoder', () =>
    threeLayers(context, slice(context, tokens, 1, 0, 1), 'iou_prediction_head', size, maskCount + 1),
  )
  const own = slice(context, scores, 2, 1)
  return graph.node('Reshape', [own, graph.node('Concat', [leading, graph.constant('int64', [maskCount])], { axis: 0 })])
}
