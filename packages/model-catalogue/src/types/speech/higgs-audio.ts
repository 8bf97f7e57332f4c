import type { Value } from '@vitest-hardware/onnx-graph'
import { dense } from '../../architectures/decoder-feed-forward.ts'
import type { DecoderSpec, DenseSpec, LayerParts } from '../../architectures/decoder-spec.ts'
import type { TextParts } from '../../architectures/vision-language.ts'
import { add, unsqueeze } from '../../blocks/arithmetic.ts'
import { stretchedFrequencies } from '../../blocks/stretched-frequencies.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { kinSpec, llamaConfig } from '../decoder-only/llama-kin.ts'
import { audioToken } from '../vision-language/vision-language-type.ts'
import { hearingType } from './hearing-type.ts'

const codebooks = 3
const entries = vocabularySize
const soundFrames = 4
/** Stands where a codebook's delay leaves no code yet; a place of sound too. */
const delayToken = audioToken + 1
const stretch = { factor: 32, lowFrequencyFactor: 0.125, highFrequencyFactor: 0.5, original: 32 } as const
const fields = { ...llamaConfig, rope_theta: 500_000 } as const
const spec: DecoderSpec = {
  ...kinSpec(fields, { rotary: { frequencies: stretchedFrequencies(8, fields.rope_theta, stretch) } }),
  vocabulary: codebooks * entries,
  names: { head: 'audio_lm_head' },
}
const network: DenseSpec = { kind: 'dense', innerSize: fields.intermediate_size, activation: fields.hidden_act }

/** Sums of the codebooks' entries, from one table with an offset for each codebook. */
function soundFeatures(context: GraphContext): Value {
  const { graph } = context
  const codes = graph.input('audio_input_ids', 'int64', [batch, soundFrames, codebooks])
  return graph.scope('model.embed_audio_tokens.embed_audio_tokens', () => {
    const table = context.weight('weight', [codebooks * entries, spec.size], { std: 0.5 })
    const offsets = Array.from({ length: codebooks }, (_, index) => index * entries)
    const rows = graph.node('Gather', [table, graph.node('Add', [codes, graph.constant('int64', offsets)])], { axis: 0 })
    return graph.node('ReduceSum', [rows, graph.constant('int64', [2])], { keepdims: 0 })
  })
}

/** Layers whose places of sound have norms and a feed-forward network of their own beside those of text; attention is common. */
function twoNetworks(context: GraphContext, { ids }: TextParts): DecoderSpec {
  const { graph } = context
  const isToken = (token: number): Value => graph.node('Equal', [ids, graph.constant('int64', token)])
  const isSound = unsqueeze(context, graph.node('Or', [isToken(audioToken), isToken(delayToken)]), 2)
  const either = (sound: Value, text: Value): Value => graph.node('Where', [isSound, sound, text])
  const residual = (inner: GraphContext, x: Value, { mix, feed, norm }: LayerParts): Value => {
    const middle = add(inner, x, mix(either(norm(x, 'audio_input_layernorm'), norm(x, 'input_layernorm'))))
    const sound = norm(middle, 'audio_post_attention_layernorm')
    const spoken = inner.graph.scope('audio_mlp', () => dense(inner, sound, spec.size, network))
    return add(inner, middle, either(spoken, feed(norm(middle, 'post_attention_layernorm'))))
  }
  return { ...spec, layers: spec.layers.map((layer) => ({ ...layer, residual })) }
}

export const modelTypes: readonly ModelType[] = [
  hearingType('higgs_audio_v2', {
    architecture: 'HiggsAudioV2ForConditionalGeneration',
    tasks: ['text-to-audio', 'feature-extraction'],
    config: {
      ...fields,
      head_dim: 8,
      rope_parameters: {
        rope_type: 'llama3',
        rope_theta: fields.rope_theta,
        factor: stretch.factor,
        low_freq_factor: stretch.lowFrequencyFactor,
        high_freq_factor: stretch.highFrequencyFactor,
        original_max_position_embeddings: stretch.original,
      },
      num_codebooks: codebooks,
      codebook_size: entries,
      audio_token_id: audioToken,
      audio_delay_token_id: delayToken,
      audio_seq_length: soundFrames,
    },
    spec: {
      decoder: spec,
      modalities: [{ token: audioToken, features: soundFeatures }],
      scope: '',
      positions: 'counted',
      tokenRows: vocabularySize,
      decoderFor: twoNetworks,
    },
    note: 'Llama whose places of sound go through norms and a network of their own; the head scores all codebooks at once; every frame of the codes is valid',
  }),
]
