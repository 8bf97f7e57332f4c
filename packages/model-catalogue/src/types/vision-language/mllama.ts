import type { Value } from '@vitest-hardware/onnx-graph'
import type { DecoderSpec, LayerSpec } from '../../architectures/decoder-spec.ts'
import { visionLanguageGraph } from '../../architectures/vision-language.ts'
import { attention } from '../../blocks/attention.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, type TaskHead, vocabularySize } from '../../model-type.ts'
import { mllamaImage, mllamaVision, mllamaVisionConfig } from './mllama-vision.ts'
import { llama, textHeads, textHeadSize, textSize } from './text-decoders.ts'
import { visionLanguageType } from './vision-language-type.ts'

const epsilon = 1e-5
const crossLayer = 1
const keyValueHeads = 2
const extraTokens = 8
const text = llama({
  modelType: 'mllama_text_model',
  keyValueHeads,
  theta: 500_000,
  epsilon,
  layers: 3,
  extra: { cross_attention_layers: [crossLayer] },
})

interface CrossInputs {
  /** `[batch, tiles·tokens, textSize]` */
  readonly states: Value
  /** Additive `[batch, 1, length, tiles·tokens]`, zero for texts that see nothing. */
  readonly mask: Value
  /** 1 for tokens that see a tile: `[batch, length, 1]`. */
  readonly gate: Value
}

/** Declares the images and which tiles each token sees. */
function crossInputs(context: GraphContext): CrossInputs {
  const { graph } = context
  const { tiles, tokens, size } = mllamaImage
  const features = mllamaVision(context)
  const seen = graph.input('cross_attention_mask', 'int64', [batch, sequence, 1, tiles])
  const list = (...values: number[]): Value => graph.constant('int64', values)
  const perToken = graph.node('Expand', [graph.node('Unsqueeze', [seen, list(-1)]), list(1, 1, 1, 1, tokens)])
  const flat = graph.node('Cast', [graph.node('Reshape', [perToken, list(0, 0, tiles * tokens)])], { to: 1 })
  const gate = graph.node('ReduceMax', [flat, list(-1)], { keepdims: 1 })
  const hidden = graph.node('Mul', [
    graph.node('Sub', [graph.constant('float32', 1), flat]),
    graph.constant('float32', -3.4028234663852886e38),
  ])
  return {
    states: linear(context, features, { name: 'multi_modal_projector', inputSize: size, outputSize: textSize }),
    mask: graph.node('Unsqueeze', [graph.node('Mul', [hidden, gate]), list(1)]),
    gate,
  }
}

/** A layer that reads images in place of the text, both halves gated (arXiv:2407.21783, §7.2). */
function crossAttentionLayer(base: LayerSpec, { states, mask, gate }: CrossInputs): LayerSpec {
  return {
    ...base,
    residual: (context, x) => {
      const { graph } = context
      const norm = (y: Value, name: string, size: number): Value => rmsNorm(context, y, { name, size, epsilon })
      const gated = (y: Value, name: string): Value =>
        graph.node('Mul', [y, graph.node('Tanh', [context.weight(name, [1], { mean: 0.5 })])])
      const seen = graph.scope('cross_attn', () =>
        attention(context, norm(x, 'input_layernorm', textSize), {
          size: textSize,
          heads: textHeads,
          keyValueHeads,
          bias: false,
          source: states,
          biases: [mask],
          headNorm: (head, name) => norm(head, name, textHeadSize),
        }),
      )
      const middle = graph.node('Add', [x, gated(seen, 'cross_attn_attn_gate')])
      const fed = graph.scope('mlp', () =>
        gatedFeedForward(context, norm(middle, 'post_attention_layernorm', textSize), {
          size: textSize,
          innerSize: 64,
          activation: 'silu',
        }),
      )
      return graph.node('Add', [middle, gated(graph.node('Mul', [fed, gate]), 'cross_attn_mlp_gate')])
    },
  }
}

const withCross = (spec: DecoderSpec, change: (base: LayerSpec) => LayerSpec): DecoderSpec => ({
  ...spec,
  layers: spec.layers.map((layer, index) => (index === crossLayer ? change(layer) : layer)),
})

/** Without images, the layers that read them are passed over. */
const textOnly = (output: 'logits' | 'last_hidden_state'): TaskHead['graphs'] => {
  const decoder = { ...withCross(text.spec, (base) => ({ ...base, residual: (_, x) => x })), names: { body: 'model' } }
  return [
    {
      name: 'model',
      build: (context) =>
        visionLanguageGraph(context, { decoder, modalities: [], scope: '', tokenRows: vocabularySize + extraTokens }, output),
    },
  ]
}

const imageHead: TaskHead = {
  architecture: 'MllamaVisionModel',
  graphs: [
    {
      name: 'model',
      build: (context) => {
        const { tiles, tokens, size } = mllamaImage
        const features = context.graph.node('Reshape', [
          mllamaVision(context),
          context.graph.constant('int64', [-1, 1, tiles, tokens, size]),
        ])
        context.graph.output('last_hidden_state', features, 'float32', [batch, 1, tiles, tokens, size])
      },
    },
  ],
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('mllama', {
    prefix: 'Mllama',
    config: { image_token_index: vocabularySize, text_config: text.config, vision_config: mllamaVisionConfig },
    spec: {
      decoder: text.spec,
      modalities: [],
      tokenRows: vocabularySize + extraTokens,
      decoderFor: (context) => {
        const inputs = crossInputs(context)
        return withCross(text.spec, (base) => crossAttentionLayer(base, inputs))
      },
    },
    also: ['pretraining'],
    heads: {
      'text-generation': { architecture: 'MllamaForCausalLM', graphs: textOnly('logits') },
      'text-encoding': { architecture: 'MllamaTextModel', graphs: textOnly('last_hidden_state') },
      'image-feature-extraction': imageHead,
    },
  }),
]
