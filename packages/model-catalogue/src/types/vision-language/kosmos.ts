import type { Value } from '@vitest-hardware/onnx-graph'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import type { Modality } from '../../architectures/vision-language.ts'
import { learnedQueries } from '../../architectures/vision-tower.ts'
import { attention } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import { unitLength } from '../../blocks/normalise.ts'
import type { GraphContext } from '../../graph-context.ts'
import { idsInput } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { imagePixels, towerFeatures } from './image-features.ts'
import { textHeads, textHeadSize, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { clipTower, visionSize } from './vision-towers.ts'

export const latents = 4
export const kosmosEpsilon = 1e-5
const padding = 1
const projection = (name: string) => ({ name, bias: true })
export const kosmosProjections = { query: projection('q_proj'), key: projection('k_proj'), value: projection('v_proj') }
export const kosmosNames = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }

/** Kosmos' decoder, Magneto (Wang et al. 2022, arXiv:2210.06423): norms within attention and feed-forward too; sines for positions. */
export function kosmosDecoder(body: string, innerNorms: boolean): DecoderSpec {
  const norm = { kind: 'layer', epsilon: kosmosEpsilon } as const
  return {
    vocabulary: vocabularySize,
    size: textSize,
    norm,
    names: { body, finalNorm: 'layer_norm' },
    embedding: { scale: Math.sqrt(textSize) },
    positions: { kind: 'sinusoidal', name: 'embed_positions', count: 64, offset: padding + 1 },
    logits: { tied: true },
    layers: [0, 1].map(() => ({
      mixer: {
        heads: textHeads,
        headSize: textHeadSize,
        projections: kosmosProjections,
        output: projection('out_proj'),
        ...(innerNorms ? { outputNorm: { name: 'inner_attn_ln', norm } } : {}),
      },
      feedForward: {
        kind: 'dense',
        name: 'ffn',
        innerSize: 64,
        activation: 'gelu',
        gate: 'none',
        bias: true,
        names: { up: 'fc1', down: 'fc2' },
        innerNorm: { name: 'ffn_layernorm', norm },
      },
      norms: ['self_attn_layer_norm', 'final_layer_norm'],
    })),
  }
}

export const kosmosTextConfig = (modelType: string) => ({
  model_type: modelType,
  vocab_size: vocabularySize,
  max_position_embeddings: 64,
  embed_dim: textSize,
  layers: 2,
  ffn_dim: 64,
  attention_heads: textHeads,
  activation_function: 'gelu',
  layer_norm_eps: kosmosEpsilon,
  scale_embedding: true,
  pad_token_id: padding,
  bos_token_id: 0,
  eos_token_id: 2,
})

/** Learned queries that read the image and one another: `[images, patches, size] → [images, latents, textSize]` (Kosmos-1, arXiv:2302.14045, §2.1). */
export function latentProjection(context: GraphContext, features: Value): Value {
  const { graph } = context
  return graph.scope('image_to_text_projection', () => {
    const keys = linear(context, features, { name: 'dense', inputSize: visionSize, outputSize: textSize })
    const queries = learnedQueries(context, keys, { name: 'latent_query', count: latents, size: textSize })
    const source = graph.node('Concat', [keys, queries], { axis: 1 })
    return graph.scope('x_attn', () => attention(context, queries, { size: textSize, heads: textHeads, names: kosmosNames, source }))
  })
}

/** Places as upstream has them: a mask beside the ids. */
export const imagePlaces: Modality['token'] = (context) =>
  context.graph.node('Cast', [idsInput(context, 'image_embeds_position_mask')], { to: 9 })

const tower = clipTower({ spec: { after: 'post_layernorm' } })

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('kosmos-2', {
    prefix: 'Kosmos2',
    config: {
      text_config: kosmosTextConfig('kosmos_2_text_model'),
      vision_config: { ...tower.config, model_type: 'kosmos_2_vision_model' },
      latent_query_num: latents,
      image_token_id: imageToken,
    },
    spec: {
      decoder: kosmosDecoder('text_model.model', true),
      scope: '',
      positions: 'counted',
      featureScale: Math.sqrt(textSize),
      modalities: [
        {
          token: imagePlaces,
          features: (context) =>
            latentProjection(
              context,
              unitLength(
                context,
                towerFeatures(context, imagePixels(context, { tower: tower.spec }), { tower: tower.spec, scope: 'vision_model.model' }),
              ),
            ),
        },
      ],
    },
  }),
]
