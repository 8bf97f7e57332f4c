import type { Value } from '@vitest-hardware/onnx-graph'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import { queryFormer } from '../../architectures/query-former.ts'
import { activate } from '../../blocks/activation.ts'
import { add, halves, multiply, padAxis, reshape, scaled, swapLast } from '../../blocks/arithmetic.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { batchNorm } from '../../blocks/batch-norm.ts'
import { convolution } from '../../blocks/convolution.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { kinSpec, llamaConfig } from '../decoder-only/llama-kin.ts'
import { audioToken } from '../vision-language/vision-language-type.ts'
import { hearingType } from './hearing-type.ts'

const encoder = {
  model_type: 'granite_speech_encoder',
  input_dim: 16,
  num_layers: 2,
  hidden_dim: 32,
  feedforward_mult: 2,
  num_heads: 4,
  dim_head: 8,
  output_dim: 20,
  context_size: 8,
  max_pos_emb: 12,
  conv_kernel_size: 5,
  conv_expansion_factor: 2,
} as const
const { hidden_dim: size, context_size: contextSize, max_pos_emb: maxDistance, num_heads: heads, dim_head: headSize } = encoder
const frames = 16
const windowSize = 8
const downsampling = 4
const queries = windowSize / downsampling
const projector = { size: 24, layers: 2, heads: 3, innerSize: 48, epsilon: 1e-12, sourceSize: size, crossEvery: 1 } as const
const factors = { embedding: 12, attention: 0.25, residual: 0.22, logits: 8 } as const

const text = {
  model_type: 'granite',
  ...llamaConfig,
  embedding_multiplier: factors.embedding,
  attention_multiplier: factors.attention,
  residual_multiplier: factors.residual,
  logits_scaling: factors.logits,
} as const
const decoder: DecoderSpec = kinSpec(text, {
  attention: { scale: factors.attention },
  layer: { residualScale: factors.residual },
  spec: {
    embedding: { scale: factors.embedding },
    logits: { tied: false, scale: 1 / factors.logits },
    names: { body: 'language_model.model', head: 'language_model.lm_head' },
  },
})
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })

/** Attention within blocks of the context's size, with scores of the query and the distance (Shaw et al. 2018, arXiv:1803.02155, equation 5). */
function blockAttention(context: GraphContext, x: Value): Value {
  const { graph } = context
  const inner = heads * headSize
  const blocks = reshape(context, norm(context, x, 'pre_norm'), [-1, contextSize, size])
  const query = linear(context, blocks, { name: 'to_q', inputSize: size, outputSize: inner, bias: false })
  const [key, value] = halves(context, linear(context, blocks, { name: 'to_kv', inputSize: size, outputSize: 2 * inner, bias: false }))
  const [q, k, v] = [query, key, value].map((one) => splitHeads(context, one, heads, headSize)) as [Value, Value, Value]
  const places = [...Array(contextSize).keys()]
  const rows = places.flatMap((row) => places.map((column) => row - column + maxDistance))
  const table = graph.scope('rel_pos_emb', () => context.weight('weight', [2 * maxDistance + 1, headSize], { std: 1 }))
  const distances = reshape(context, graph.node('Gather', [table, graph.constant('int64', rows)], { axis: 0 }), [
    contextSize,
    contextSize,
    headSize,
  ])
  const scale = 1 / Math.sqrt(headSize)
  const bias = scaled(context, graph.node('Einsum', [q, distances], { equation: 'bhcd,crd->bhcr' }), scale)
  const merged = dotProductAttention(context, { query: q, key: k, value: v, scale, biases: [bias], size: inner })
  const whole = reshape(context, merged, [-1, frames, inner])
  return linear(context, whole, { name: 'to_out', inputSize: inner, outputSize: size })
}

/** The convolution module, whose gate is twice as wide as elsewhere. */
function convolve(context: GraphContext, x: Value): Value {
  const { graph } = context
  const inner = size * encoder.conv_expansion_factor
  const kernel = encoder.conv_kernel_size
  const normal = swapLast(context, norm(context, x, 'norm'))
  const wide = convolution(context, normal, { name: 'up_conv', inputChannels: size, outputChannels: 2 * inner, kernel: [1] })
  const [values, gates] = halves(context, wide, 1)
  const gated = multiply(context, values, graph.node('Sigmoid', [gates]))
  const before = Math.floor(kernel / 2)
  const padded = padAxis(context, gated, { rank: 3, axis: 2, before, after: kernel - 1 - before })
  const sizes = { inputChannels: inner, outputChannels: inner, kernel: [kernel], groups: inner, bias: false }
  const deep = graph.scope('depth_conv', () => convolution(context, padded, { name: 'conv', ...sizes }))
  const active = activate(context, batchNorm(context, deep, { name: 'batch_norm', size: inner, epsilon: 1e-5 }), 'silu')
  return swapLast(context, convolution(context, active, { name: 'down_conv', inputChannels: inner, outputChannels: size, kernel: [1] }))
}

function block(context: GraphContext, x: Value): Value {
  const { graph } = context
  const half = (y: Value, name: string): Value => {
    const fed = graph.scope(name, () =>
      feedForward(context, norm(context, y, 'pre_norm'), {
        names: { up: 'up_proj', down: 'down_proj' },
        size,
        innerSize: size * encoder.feedforward_mult,
        activation: 'silu',
      }),
    )
    return add(context, scaled(context, fed, 0.5), y)
  }
  const first = half(x, 'ff1')
  const attended = add(
    context,
    graph.scope('attn', () => blockAttention(context, first)),
    first,
  )
  const convolved = add(
    context,
    graph.scope('conv', () => convolve(context, attended)),
    attended,
  )
  return norm(context, half(convolved, 'ff2'), 'post_norm')
}

/** Conformers whose middle layer is told what characters it would write. */
function encode(context: GraphContext, features: Value): Value {
  const { graph } = context
  return graph.scope('encoder', () => {
    let x = linear(context, features, { name: 'input_linear', inputSize: encoder.input_dim, outputSize: size })
    for (let layer = 0; layer < encoder.num_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => block(context, x))
      if (layer + 1 !== encoder.num_layers / 2) continue
      const scores = linear(context, x, { name: 'out', inputSize: size, outputSize: encoder.output_dim })
      const shares = graph.node('Softmax', [scores], { axis: -1 })
      x = add(context, x, linear(context, shares, { name: 'out_mid', inputSize: encoder.output_dim, outputSize: size }))
    }
    return x
  })
}

/** Two queries for each window of eight frames. */
function project(context: GraphContext, heard: Value): Value {
  const { graph } = context
  return graph.scope('projector', () => {
    const source = reshape(context, heard, [-1, windowSize, size])
    const asked = context.weight('query', [1, queries, projector.size], { std: 1 })
    const answers = graph.scope('qformer', () => {
      const normal = layerNorm(context, asked, { name: 'layernorm', size: projector.size, epsilon: projector.epsilon })
      const embedded = repeatForBatch(context, normal, source, [queries, projector.size])
      return queryFormer(context, { embedded, queries, hasText: false, masks: [], source }, projector)
    })
    const joined = reshape(context, answers, [-1, (frames / windowSize) * queries, projector.size])
    return linear(context, joined, { name: 'linear', inputSize: projector.size, outputSize: decoder.size })
  })
}

export const modelTypes: readonly ModelType[] = [
  hearingType('granite_speech', {
    architecture: 'GraniteSpeechForConditionalGeneration',
    tasks: ['automatic-speech-recognition', 'any-to-any', 'text2text-generation'],
    config: {
      vocab_size: vocabularySize,
      text_config: text,
      encoder_config: encoder,
      projector_config: {
        model_type: 'blip_2_qformer',
        hidden_size: projector.size,
        num_hidden_layers: projector.layers,
        num_attention_heads: projector.heads,
        intermediate_size: projector.innerSize,
        encoder_hidden_size: projector.sourceSize,
        cross_attention_frequency: projector.crossEvery,
        layer_norm_eps: projector.epsilon,
      },
      audio_token_index: audioToken,
      has_lora_adapter: false,
      downsample_rate: downsampling,
      window_size: windowSize,
    },
    spec: {
      decoder,
      modalities: [
        {
          token: audioToken,
          features: (context) =>
            project(context, encode(context, context.graph.input('input_features', 'float32', [batch, frames, encoder.input_dim]))),
        },
      ],
      scope: '',
      positions: 'counted',
      featureScale: factors.embedding,
    },
    note: 'Conformers with attention in blocks, a Q-Former over windows, Granite’s factors; whole windows and blocks of sound',
  }),
]
