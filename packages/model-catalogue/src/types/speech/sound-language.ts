import type { Value } from '@vitest-hardware/onnx-graph'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import type { VisionLanguageSpec } from '../../architectures/vision-language.ts'
import { soundTower, type SoundTowerSpec } from '../../architectures/sound-tower.ts'
import { activate } from '../../blocks/activation.ts'
import { reshape } from '../../blocks/arithmetic.ts'
import { linear } from '../../blocks/linear.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType, Task } from '../../model-type.ts'
import { kinSpec, llamaConfig } from '../decoder-only/llama-kin.ts'
import { audioToken } from '../vision-language/vision-language-type.ts'
import { hearingType } from './hearing-type.ts'

const melBins = 16
const size = 32
const tower = { size, heads: 4, innerSize: 4 * size, layers: 2, melBins } as const
/** Tokens of a sound, of all these types. */
const soundTokens = 4

interface SoundLanguageOptions {
  readonly prefix: string
  readonly task: Task
  readonly also: readonly Task[]
  readonly tower: SoundTowerSpec
  /** `model_type` and further fields of the tower's config. */
  readonly audio: Readonly<Record<string, unknown>>
  readonly text: Readonly<Record<string, unknown>>
  readonly decoder: DecoderSpec
  /** Frames that stand side by side in one token. @default 1 */
  readonly stacked?: number
  readonly projectorBias: boolean
  /** Width between the projector's layers as a multiple of the decoder's. @default 1 */
  readonly projectorWidth?: number
  /** Declares a mask of the spectrogram's frames. @default false */
  readonly masked?: boolean
  readonly config?: Readonly<Record<string, unknown>>
  readonly note: string
}

/** A language model that hears: tower, projector of two layers, features in the places of the text's sound tokens. */
function soundLanguageType(type: string, options: SoundLanguageOptions): ModelType {
  const { prefix, stacked = 1, projectorBias: bias } = options
  const features = (context: GraphContext): Value => {
    const { graph } = context
    const sound = graph.input('input_features', 'float32', [batch, melBins, options.tower.frames])
    const mask = options.masked ? graph.input('input_features_mask', 'int64', [batch, options.tower.frames]) : undefined
    const heard = graph.scope('audio_tower', () => soundTower(context, sound, options.tower, mask))
    const tokens = stacked === 1 ? heard : reshape(context, heard, [0, -1, stacked * size])
    return graph.scope('multi_modal_projector', () => {
      const innerSize = options.decoder.size * (options.projectorWidth ?? 1)
      const first = linear(context, tokens, { name: 'linear_1', inputSize: stacked * size, outputSize: innerSize, bias })
      return linear(context, activate(context, first, 'gelu'), {
        name: 'linear_2',
        inputSize: innerSize,
        outputSize: options.decoder.size,
        bias,
      })
    })
  }
  const spec: VisionLanguageSpec = {
    decoder: { ...options.decoder, names: { body: 'language_model.model', head: 'language_model.lm_head' } },
    modalities: [{ token: audioToken, features }],
    scope: '',
    positions: 'counted',
  }
  return hearingType(type, {
    architecture: `${prefix}ForConditionalGeneration`,
    tasks: [options.task, 'feature-extraction', ...options.also],
    config: {
      audio_config: { hidden_size: size, num_mel_bins: melBins, max_source_positions: options.tower.frames / 2, ...options.audio },
      text_config: options.text,
      audio_token_id: audioToken,
      audio_seq_length: soundTokens,
      projector_hidden_act: 'gelu',
      ...options.config,
    },
    spec,
    note: options.note,
  })
}

const whisperFields = {
  encoder_layers: tower.layers,
  encoder_attention_heads: tower.heads,
  encoder_ffn_dim: tower.innerSize,
  activation_function: 'gelu',
  scale_embedding: false,
} as const

const qwen2Text = { model_type: 'qwen2', ...llamaConfig, rms_norm_eps: 1e-6, rope_theta: 1_000_000 } as const
const qwen2 = kinSpec(qwen2Text, {
  attention: {
    projections: { query: { name: 'q_proj', bias: true }, key: { name: 'k_proj', bias: true }, value: { name: 'v_proj', bias: true } },
  },
})
const ministralText = { model_type: 'llama', ...llamaConfig, head_dim: 16, rope_theta: 100_000_000 } as const
const glmText = { model_type: 'llama', ...llamaConfig } as const

export const modelTypes: readonly ModelType[] = [
  soundLanguageType('audioflamingo3', {
    prefix: 'AudioFlamingo3',
    task: 'text2text-generation',
    also: ['pretraining'],
    tower: { ...tower, frames: 16, positions: 'sinusoids', pool: 2 },
    audio: { model_type: 'audioflamingo3_encoder', num_hidden_layers: 2, num_attention_heads: 4, intermediate_size: 128, ...whisperFields },
    text: qwen2Text,
    decoder: qwen2,
    projectorBias: true,
    masked: true,
    config: { projector_bias: true },
    note: 'Whisper’s encoder whose frames are averaged in pairs before the last norm, under Qwen2; a whole window of sound',
  }),
  soundLanguageType('voxtral', {
    prefix: 'Voxtral',
    task: 'automatic-speech-recognition',
    also: ['pretraining', 'any-to-any', 'text2text-generation'],
    tower: { ...tower, frames: 32, positions: 'sinusoids' },
    audio: { model_type: 'voxtral_encoder', intermediate_size: 4 * size, num_hidden_layers: 2, num_attention_heads: 4, ...whisperFields },
    text: ministralText,
    decoder: kinSpec(ministralText, {}),
    stacked: 4,
    projectorBias: false,
    note: 'Whisper’s encoder, four frames side by side in each token, projections without biases, under Llama with heads wider than size / heads',
  }),
  soundLanguageType('glmasr', {
    prefix: 'GlmAsr',
    task: 'text2text-generation',
    also: ['pretraining', 'any-to-any'],
    projectorWidth: 2,
    tower: {
      ...tower,
      frames: 32,
      positions: { rotated: 4 },
      names: { norms: ['input_layernorm', 'post_attention_layernorm'], output: 'o_proj', network: 'mlp', finalNorm: 'norm' },
    },
    audio: {
      model_type: 'glmasr_encoder',
      intermediate_size: 4 * size,
      num_hidden_layers: 2,
      num_attention_heads: 4,
      num_key_value_heads: 4,
      hidden_act: 'gelu',
      rope_parameters: { rope_type: 'default', rope_theta: 10_000, partial_rotary_factor: 0.5 },
    },
    text: glmText,
    decoder: kinSpec(glmText, {}),
    stacked: 4,
    projectorBias: true,
    note: 'half of each head turns where Whisper adds sinusoids; four frames side by side in each token, under Llama; a whole window of sound, so that no mask picks features',
  }),
]
