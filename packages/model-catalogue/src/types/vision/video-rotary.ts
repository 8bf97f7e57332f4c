import type { Value } from '@vitest-hardware/onnx-graph'
import { add, cut, multiply } from '../../blocks/arithmetic.ts'
import { attention, dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import { cos, exp, log, sin } from '../../exact-math.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const [image, patch, frames, tubelet, size, heads, innerSize, layers, poolerLayers] = [32, 8, 4, 2, 48, 4, 96, 2, 1]
const [side, steps] = [image / patch, frames / tubelet]
const tokens = steps * side * side
const headSize = size / heads
/** Elements of a head that are turned by frame, by row and by column. */
const turned = 2 * Math.floor(Math.floor(headSize / 3) / 2)
const epsilon = 1e-6
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon })

/** Sines or cosines of each token's place along an axis, `[tokens, turned]`; upstream repeats the frequencies one after the other, not each twice. */
function waves(axis: number, wave: (angle: number) => number): Float32Array {
  return Float32Array.from({ length: tokens * turned }, (_, index) => {
    const [token, column] = [Math.floor(index / turned), index % turned]
    const place = [Math.floor(token / (side * side)), Math.floor(token / side) % side, token % side][axis]!
    const frequency = exp((-log(10_000) * (column % (turned / 2))) / (turned / 2))
    return wave(place * frequency)
  })
}

/** Three parts of each head turned by frame, row and column; what is left over is not (Assran et al. 2025, arXiv:2506.09985, §2.1). */
function turn(context: GraphContext, x: Value): Value {
  const { graph } = context
  const rest = headSize - 3 * turned
  const parts = cut(context, x, rest === 0 ? [turned, turned, turned] : [turned, turned, turned, rest])
  const spun = parts.slice(0, 3).map((part, axis) => {
    const table = (name: string, wave: (angle: number) => number): Value =>
      graph.weight(`rope_${name}_${axis}`, { type: 'float32', dims: [tokens, turned], data: waves(axis, wave) })
    const pairs = graph.node('Reshape', [part, graph.constant('int64', [0, 0, 0, turned / 2, 2])])
    const [even, odd] = graph.nodes('Split', [pairs], { axis: 4, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
    const swapped = graph.node('Reshape', [
      graph.node('Concat', [graph.node('Neg', [odd]), even], { axis: 4 }),
      graph.constant('int64', [0, 0, 0, turned]),
    ])
    return add(context, multiply(context, part, table('cos', cos)), multiply(context, swapped, table('sin', sin)))
  })
  return graph.node('Concat', [...spun, ...parts.slice(3)], { axis: 3 })
}

function layer(context: GraphContext, x: Value): Value {
  const { graph } = context
  const normed = norm(context, x, 'norm1')
  const attended = graph.scope('attention', () => {
    const project = (name: string): Value =>
      splitHeads(context, linear(context, normed, { name, inputSize: size, outputSize: size }), heads, headSize)
    const merged = dotProductAttention(context, {
      query: turn(context, project('query')),
      key: turn(context, project('key')),
      value: project('value'),
      scale: 1 / Math.sqrt(headSize),
      size,
    })
    return linear(context, merged, { name: 'proj', inputSize: size, outputSize: size })
  })
  const middle = add(context, x, attended)
  return add(context, middle, mlp(context, norm(context, middle, 'norm2')))
}

const mlp = (context: GraphContext, x: Value): Value =>
  context.graph.scope('mlp', () => feedForward(context, x, { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation: 'gelu' }))

/** Tubelets of a clip `[batch, frames, 3, image, image]` to `[batch, tokens, size]`. */
function encode(context: GraphContext): Value {
  const { graph } = context
  const clip = graph.input('pixel_values_videos', 'float32', [batch, frames, 3, image, image])
  return graph.scope('encoder', () => {
    const channelsFirst = graph.node('Transpose', [clip], { perm: [0, 2, 1, 3, 4] })
    const cells = graph.scope('embeddings.patch_embeddings.proj', () =>
      graph.node('Conv', [channelsFirst, context.weight('weight', [size, 3, tubelet, patch, patch]), context.weight('bias', [size])], {
        kernel_shape: [tubelet, patch, patch],
        strides: [tubelet, patch, patch],
      }),
    )
    let x = graph.node('Transpose', [graph.node('Reshape', [cells, graph.constant('int64', [0, size, -1])])], { perm: [0, 2, 1] })
    for (let index = 0; index < layers; index++) x = graph.scope(`layer.${index}`, () => layer(context, x))
    return norm(context, x, 'layernorm')
  })
}

function features(context: GraphContext): void {
  context.graph.output('last_hidden_state', encode(context), 'float32', [batch, tokens, size])
}

/** A learned query that sees all tokens behind a layer over them (upstream's `VJEPA2AttentivePooler`). */
function classify(context: GraphContext): void {
  const { graph } = context
  const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }
  const seen = graph.scope('vjepa2', () => encode(context))
  const pooled = graph.scope('pooler', () => {
    let x = seen
    for (let index = 0; index < poolerLayers; index++) {
      x = graph.scope(`self_attention_layers.${index}`, () => {
        const normed = norm(context, x, 'layer_norm1')
        const attended = graph.scope('self_attn', () => attention(context, normed, { size, heads, names }))
        const middle = add(context, x, attended)
        return add(context, middle, mlp(context, norm(context, middle, 'layer_norm2')))
      })
    }
    const asked = repeatForBatch(context, context.weight('query_tokens', [1, 1, size], { std: 1 }), x, [1, size])
    return graph.scope('cross_attention_layer', () => {
      const source = norm(context, x, 'layer_norm1')
      const project = (value: Value, name: string): Value =>
        splitHeads(context, linear(context, value, { name: `cross_attn.${name}`, inputSize: size, outputSize: size }), heads, headSize)
      const merged = dotProductAttention(context, {
        query: project(asked, names.query),
        key: project(source, names.key),
        value: project(source, names.value),
        scale: 1 / Math.sqrt(headSize),
        size,
      })
      const middle = add(context, asked, merged)
      return add(context, middle, mlp(context, norm(context, middle, 'layer_norm2')))
    })
  })
  const one = graph.node('Squeeze', [pooled, graph.constant('int64', [1])])
  graph.output('logits', linear(context, one, { name: 'classifier', inputSize: size, outputSize: labelCount }), 'float32', [
    batch,
    labelCount,
  ])
}

const head = (architecture: string, build: (context: GraphContext) => void): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build }],
})

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'vjepa2',
    config: {
      hidden_size: size,
      num_hidden_layers: layers,
      num_attention_heads: heads,
      mlp_ratio: innerSize / size,
      hidden_act: 'gelu',
      layer_norm_eps: epsilon,
      image_size: image,
      crop_size: image,
      patch_size: patch,
      frames_per_clip: frames,
      tubelet_size: tubelet,
      in_chans: 3,
      qkv_bias: true,
      num_pooler_layers: poolerLayers,
    },
    heads: { 'video-classification': head('VJEPA2ForVideoClassification', classify), 'feature-extraction': head('VJEPA2Model', features) },
    defaultTask: 'video-classification',
    processor: null,
    transformersJs: null,
    note: 'tubelets turned by frame, row and column; the predictor, which is for training, is left out',
  }),
]
