import type { Value } from '@vitest-hardware/onnx-graph'
import { decoderBody, decoderLogits } from '../../architectures/causal-decoder.ts'
import type { DecoderSpec, LayerParts } from '../../architectures/decoder-spec.ts'
import { embedText } from '../../architectures/vision-language.ts'
import { activate } from '../../blocks/activation.ts'
import { add, multiply, padAxis, reshape, swapLast } from '../../blocks/arithmetic.ts'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { maskedPositions, positionRange } from '../../blocks/position.ts'
import { timestepFrequencies } from '../../blocks/timestep.ts'
import { cos, sin } from '../../exact-math.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { kinSpec, llamaConfig } from '../decoder-only/llama-kin.ts'
import { hearingType } from './hearing-type.ts'

const melBins = 16
const size = 32
const innerSize = 64
const window = 6
/** Frames of sound side by side in a token. */
const stacked = 4
/** Each token stands for a stretch of sound: the second convolution halves the frames before. */
const tokens = 8
const frames = tokens * stacked * 2
const delay = 6
const adaptiveSize = 32

const audioFields = { ...llamaConfig, num_key_value_heads: 4 } as const
const textFields = { ...llamaConfig, tie_word_embeddings: true, rope_theta: 1_000_000 } as const

/** Both ends of the network without bias but for the last (upstream's `VoxtralRealtimeMLP`). */
function towerNetwork(context: GraphContext, x: Value): Value {
  return context.graph.scope('mlp', () => {
    const up = (name: string): Value => linear(context, x, { name, inputSize: size, outputSize: innerSize, bias: false })
    const gated = multiply(context, activate(context, up('gate_proj'), 'silu'), up('up_proj'))
    return linear(context, gated, { name: 'down_proj', inputSize: innerSize, outputSize: size })
  })
}

const tower: DecoderSpec = kinSpec(audioFields, {
  attention: {
    projections: { query: { name: 'q_proj', bias: true }, key: { name: 'k_proj' }, value: { name: 'v_proj', bias: true } },
    output: { name: 'o_proj', bias: true },
  },
  layer: { window, norms: ['self_attn_layer_norm', 'final_layer_norm'], feedForward: towerNetwork },
  spec: { names: { body: 'audio_tower' } },
})

/** Cosines and sines of the delay between what is heard and what is written. */
const delayWaves = [cos, sin].flatMap((wave) =>
  timestepFrequencies({ size, frequencyShift: 0 }).map((frequency) => wave(delay * frequency)),
)

/** Llama's layers, whose second norm is scaled by the delay. */
function residual(context: GraphContext, x: Value, { mix, feed, norm }: LayerParts): Value {
  const { graph } = context
  const middle = add(context, x, mix(norm(x, 'input_layernorm')))
  const scale = graph.scope('ada_rms_norm', () => {
    const narrow = linear(context, graph.constant('float32', delayWaves), {
      name: 'linear1',
      inputSize: size,
      outputSize: adaptiveSize,
      bias: false,
    })
    return linear(context, activate(context, narrow, 'gelu'), { name: 'linear2', inputSize: adaptiveSize, outputSize: size, bias: false })
  })
  const factor = graph.node('Add', [scale, graph.constant('float32', 1)])
  return add(context, middle, feed(multiply(context, norm(middle, 'post_attention_layernorm'), factor)))
}

const decoder: DecoderSpec = kinSpec(textFields, {
  layer: { window, residual },
  spec: { names: { body: 'language_model.model', head: 'language_model.lm_head' } },
})

/** Causal convolutions and causal layers in a window: `[batch, melBins, frames] → [batch, tokens, size]`. */
function listen(context: GraphContext, features: Value): Value {
  const { graph } = context
  const embeddings = graph.scope('audio_tower.embedder', () => {
    const causal = (x: Value, name: string, inputChannels: number, stride: number): Value => {
      const padded = padAxis(context, x, { rank: 3, axis: 2, before: 3 - stride, after: 0 })
      return activate(context, convolution(context, padded, { name, inputChannels, outputChannels: size, kernel: [3], stride }), 'gelu')
    }
    return swapLast(context, causal(causal(features, 'conv1', melBins, 1), 'conv2', size, 2))
  })
  const shape = graph.node('Shape', [embeddings], { start: 0, end: 2 })
  const attentionMask = graph.node('Expand', [graph.constant('int64', 1), shape])
  const { hidden } = decoderBody(context, tower, { embeddings, attentionMask, positions: positionRange(context, embeddings) })
  return graph.scope('multi_modal_projector', () => {
    const joined = reshape(context, hidden, [0, -1, stacked * size])
    const first = linear(context, joined, { name: 'linear_1', inputSize: stacked * size, outputSize: decoder.size, bias: false })
    return linear(context, activate(context, first, 'gelu'), {
      name: 'linear_2',
      inputSize: decoder.size,
      outputSize: decoder.size,
      bias: false,
    })
  })
}

/** Text and sound run side by side: the stretch that a token stands for is added to it. */
function build(context: GraphContext): void {
  const { graph } = context
  const ids = graph.input('input_ids', 'int64', [batch, tokens])
  const attentionMask = graph.input('attention_mask', 'int64', [batch, tokens])
  const heard = listen(context, graph.input('input_features', 'float32', [batch, melBins, frames]))
  const embeddings = add(context, embedText(context, decoder, ids), heard)
  const output = decoderBody(context, decoder, { embeddings, attentionMask, positions: maskedPositions(context, attentionMask) })
  graph.output('logits', decoderLogits(context, decoder, output), 'float32', [batch, tokens, vocabularySize])
}

export const modelTypes: readonly ModelType[] = [
  hearingType('voxtral_realtime', {
    architecture: 'VoxtralRealtimeForConditionalGeneration',
    tasks: ['automatic-speech-recognition', 'feature-extraction', 'pretraining', 'any-to-any', 'text2text-generation'],
    config: {
      vocab_size: vocabularySize,
      audio_config: {
        model_type: 'voxtral_realtime_encoder',
        ...audioFields,
        num_mel_bins: melBins,
        sliding_window: window,
        activation_function: 'gelu',
      },
      text_config: { model_type: 'voxtral_realtime_text', ...textFields, sliding_window: window },
      projector_hidden_act: 'gelu',
      downsample_factor: stacked,
      audio_length_per_tok: 2 * stacked,
      default_num_delay_tokens: delay,
    },
    build,
    note: 'a causal tower in a window, whose sound is added to every token; norms scaled by the delay, which is the default’s; eight tokens of sound at a time',
  }),
]
