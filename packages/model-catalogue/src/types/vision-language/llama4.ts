import type { Value } from '@vitest-hardware/onnx-graph'
import type { DecoderSpec, LayerSpec, Mixer } from '../../architectures/decoder-spec.ts'
import { type VisionLanguageSpec, visionLanguageGraph } from '../../architectures/vision-language.ts'
import { attention } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { routeExperts } from '../../blocks/expert-router.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { plainRmsNorm } from '../../blocks/norm-kind.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { type ModelType, type TaskHead, vocabularySize } from '../../model-type.ts'
import { llama4Image, llama4Vision, llama4VisionConfig } from './llama4-vision.ts'
import { textHeads, textHeadSize, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'

const epsilon = 1e-5
const theta = 500_000
const experts = 4
const innerSize = 48
const chunk = 8
const temperature = { scale: 0.1, floor: 4 }

/** Attention with rotation and a norm without weights behind it, or without positions and with a temperature that grows with them (iRoPE, Meta 2025). */
const mixer: Mixer = (context, x, { mask, positions, rotate }) => ({
  output: context.graph.scope('self_attn', () =>
    attention(context, x, {
      size: textSize,
      heads: textHeads,
      keyValueHeads: 2,
      bias: false,
      biases: [mask],
      headNorm: (head, name) => {
        if (rotate) return plainRmsNorm(context, rotate(head, textHeadSize), epsilon)
        return name === 'q_norm' ? context.graph.node('Mul', [head, temperatureOf(context, positions)]) : head
      },
    }),
  ),
})

/** ln(1 + ⌊(position + 1) / floor⌋)·scale + 1: `[batch, 1, length, 1]`. */
function temperatureOf(context: GraphContext, positions: Value): Value {
  const { graph } = context
  const number = (value: number): Value => graph.constant('float32', value)
  const counted = graph.node('Add', [graph.node('Cast', [positions], { to: 1 }), number(1)])
  const steps = graph.node('Floor', [graph.node('Div', [counted, number(temperature.floor)])])
  const grown = graph.node('Mul', [graph.node('Log', [graph.node('Add', [steps, number(1)])]), number(temperature.scale)])
  return graph.node('Unsqueeze', [graph.node('Add', [grown, number(1)]), graph.constant('int64', [1, 3])])
}

/** Experts whose inputs, not outputs, are weighted by the router's sigmoid; an expert that all tokens go to besides. */
function sparse(context: GraphContext, x: Value): Value {
  const { graph } = context
  const network = (input: Value): Value => gatedFeedForward(context, input, { size: textSize, innerSize, activation: 'silu' })
  return graph.scope('feed_forward', () => {
    const logits = linear(context, x, { name: 'router', inputSize: textSize, outputSize: experts, bias: false })
    const weights = routeExperts(context, logits, { experts, perToken: 1, scoring: 'sigmoid-of-chosen' })
    const shares = graph.nodes('Split', [weights], { axis: -1, num_outputs: experts }, { outputs: experts })
    const routed = shares.map((share, index) => graph.scope(`experts.${index}`, () => network(graph.node('Mul', [x, share]))))
    return [graph.scope('shared_expert', () => network(x)), ...routed].reduce((sum, part) => graph.node('Add', [sum, part]))
  })
}

const local: LayerSpec = { mixer, feedForward: sparse, window: chunk, rotary: { size: textHeadSize, theta, layout: 'interleaved' } }
const { window: _, rotary: __, ...everywhere } = local

const decoder = (body: string, head: string): DecoderSpec => ({
  vocabulary: vocabularySize,
  size: textSize,
  norm: { kind: 'rms', epsilon },
  names: { body, head },
  logits: { tied: false },
  layers: [local, everywhere],
})

/** Layers with rotation see their own chunk of the text alone. */
const chunked: NonNullable<VisionLanguageSpec['mask']> = (context, { ids, attentionMask }) => {
  const { graph } = context
  const causal = causalMask(context, { queries: ids, attentionMask })
  return (window) => {
    if (window === undefined) return causal
    return graph.scope('chunk_mask', () => {
      const count = graph.node('Gather', [graph.node('Shape', [ids]), graph.constant('int64', 1)], { axis: 0 })
      const places = graph.node('Range', [graph.constant('int64', 0), count, graph.constant('int64', 1)])
      const chunks = graph.node('Div', [places, graph.constant('int64', window)])
      const same = graph.node('Equal', [chunks, graph.node('Unsqueeze', [chunks, graph.constant('int64', [1])])])
      return graph.node('Where', [same, causal, graph.constant('float32', -3.4028234663852886e38)])
    })
  }
}

const textConfig = {
  model_type: 'llama4_text',
  vocab_size: vocabularySize,
  hidden_size: textSize,
  intermediate_size: innerSize,
  intermediate_size_mlp: 64,
  num_hidden_layers: 2,
  num_attention_heads: textHeads,
  num_key_value_heads: 2,
  head_dim: textHeadSize,
  hidden_act: 'silu',
  max_position_embeddings: 512,
  rms_norm_eps: epsilon,
  rope_theta: theta,
  num_experts_per_tok: 1,
  num_local_experts: experts,
  interleave_moe_layer_step: 1,
  use_qk_norm: true,
  no_rope_layers: [1, 0],
  attention_chunk_size: chunk,
  attn_temperature_tuning: true,
  floor_scale: temperature.floor,
  attn_scale: temperature.scale,
  tie_word_embeddings: false,
}

const textOnly = (output: 'logits' | 'last_hidden_state'): TaskHead['graphs'] => [
  {
    name: 'model',
    build: (context) =>
      visionLanguageGraph(context, { decoder: decoder('model', 'lm_head'), modalities: [], scope: '', mask: chunked }, output),
  },
]

const imageHead: TaskHead = {
  architecture: 'Llama4VisionModel',
  graphs: [
    {
      name: 'model',
      build: (context) => {
        const features = llama4Vision(context, pixelsInput(context, { channels: llama4Image.channels, size: llama4Image.pixels }))
        context.graph.output('last_hidden_state', features, 'float32', [batch, llama4Image.count, llama4Image.size])
      },
    },
  ],
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('llama4', {
    prefix: 'Llama4',
    body: null,
    config: { image_token_index: imageToken, text_config: textConfig, vision_config: llama4VisionConfig },
    spec: {
      decoder: decoder('language_model.model', 'language_model.lm_head'),
      scope: '',
      mask: chunked,
      modalities: [
        {
          token: imageToken,
          features: (context) => {
            const features = llama4Vision(context, pixelsInput(context, { channels: llama4Image.channels, size: llama4Image.pixels }))
            return linear(context, features, {
              name: 'multi_modal_projector.linear_1',
              inputSize: llama4Image.size,
              outputSize: textSize,
              bias: false,
            })
          },
        },
      ],
    },
    also: ['feature-extraction'],
    heads: {
      'text-generation': { architecture: 'Llama4ForCausalLM', graphs: textOnly('logits') },
      'text-encoding': { architecture: 'Llama4TextModel', graphs: textOnly('last_hidden_state') },
      'image-feature-extraction': imageHead,
    },
  }),
]
