import type { Value } from '@vitest-hardware/onnx-graph'
import type { DecoderSpec, LayerParts, LayerSpec } from '../../architectures/decoder-spec.ts'
import { attention } from '../../blocks/attention.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, sequence } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { imagePixels, towerFeatures } from './image-features.ts'
import { llamaLike, textHeads, textSize } from './text-decoders.ts'
import { visionLanguageType } from './vision-language-type.ts'
import { clipTower, visionSize } from './vision-towers.ts'

const images = 2
const epsilon = 1e-6
const forbidden = -3.4028234663852886e38
const tower = clipTower({ spec: { activation: 'gelu' } })
const text = llamaLike({ modelType: null, keyValueHeads: textHeads, body: '', epsilon })
const patches = 5

interface SeenImages {
  /** `[batch, images·patches, size]` */
  readonly features: Value
  /** Additive, `[batch, 1, length, images·patches]`. */
  readonly mask: Value
  /** 1 for tokens that see any image, `[batch, length, 1]`. */
  readonly gate: Value
}

/** Declares images and which of them each token sees. */
function seenImages(context: GraphContext): SeenImages {
  const { graph } = context
  const pixels = imagePixels(context, { tower: tower.spec, tiles: images })
  const seen = graph.input('image_attention_mask', 'int64', [batch, sequence, images])
  const features = towerFeatures(context, pixels, { tower: tower.spec, scope: 'vision_model' })
  const list = (...values: number[]): Value => graph.constant('int64', values)
  const perPatch = graph.node('Expand', [graph.node('Unsqueeze', [seen, list(-1)]), list(1, 1, 1, patches)])
  const visible = graph.node('Cast', [graph.node('Reshape', [perPatch, list(0, 0, images * patches)])], { to: 9 })
  const mask = graph.node('Where', [visible, graph.constant('float32', 0), graph.constant('float32', forbidden)])
  return {
    features: graph.node('Reshape', [features, list(-1, images * patches, visionSize)]),
    mask: graph.node('Unsqueeze', [mask, list(1)]),
    gate: graph.node('Cast', [graph.node('ReduceMax', [seen, list(-1)], { keepdims: 1 })], { to: 1 }),
  }
}

/** Flamingo's gated cross-attention (Alayrac et al. 2022, arXiv:2204.14198, §2.2): what images add is scaled by tanh of a learned number. */
function crossAttend(context: GraphContext, x: Value, { features, mask, gate }: SeenImages): Value {
  const { graph } = context
  return graph.scope('gated_cross_attn', () => {
    const norm = (y: Value, name: string): Value => rmsNorm(context, y, { name, size: textSize, epsilon })
    const gated = (y: Value, name: string): Value => graph.node('Mul', [y, graph.node('Tanh', [context.weight(name, [1], { mean: 0.5 })])])
    const options = { size: textSize, heads: textHeads, bias: false, source: features, sourceSize: visionSize, biases: [mask] }
    const seen = graph.scope('cross_attn', () => attention(context, norm(x, 'input_layernorm'), options))
    const middle = graph.node('Add', [x, gated(graph.node('Mul', [seen, gate]), 'alpha_cross_attn')])
    const fed = graph.scope('mlp', () =>
      gatedFeedForward(context, norm(middle, 'post_attention_layernorm'), { size: textSize, innerSize: 64, activation: 'silu' }),
    )
    return graph.node('Add', [middle, gated(fed, 'alpha_dense')])
  })
}

/** Llama's layer behind a look at the images. */
function withImages(layer: LayerSpec, seen: SeenImages): LayerSpec {
  return {
    ...layer,
    residual: (context: GraphContext, x: Value, { mix, feed, norm }: LayerParts) => {
      const looked = crossAttend(context, x, seen)
      const middle = context.graph.node('Add', [looked, mix(norm(looked, 'input_layernorm'))])
      return context.graph.node('Add', [middle, feed(norm(middle, 'post_attention_layernorm'))])
    },
  }
}

function decoderFor(context: GraphContext): DecoderSpec {
  const seen = seenImages(context)
  return { ...text.spec, layers: text.spec.layers.map((layer) => withImages(layer, seen)) }
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('idefics', {
    prefix: 'Idefics',
    generator: 'IdeficsForVisionText2Text',
    config: {
      ...text.config,
      additional_vocab_size: 0,
      alpha_initializer: 'zeros',
      alpha_type: 'float',
      cross_layer_interval: 1,
      qk_layer_norms: false,
      use_resampler: false,
      vision_config: { ...tower.config, model_type: 'idefics_vision', embed_dim: visionSize },
      perceiver_config: { model_type: 'idefics_perciever', use_resampler: false },
    },
    spec: { decoder: text.spec, modalities: [], decoderFor },
    also: ['pretraining'],
    note: 'weights of the gated cross-attention layers are named within the layer that they stand before',
  }),
]
