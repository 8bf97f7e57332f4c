import type { Value } from '@vitest-hardware/onnx-graph'
import { learnedQueries } from '../../architectures/vision-tower.ts'
import { attention } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import { activate } from '../../blocks/activation.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { imageModality } from './image-features.ts'
import { mistral, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { siglipTower, visionSize } from './vision-towers.ts'

const latents = 4
const depth = 2
const [heads, keyValueHeads, headSize] = [4, 2, 8]
const epsilon = 1e-6
const innerSize = 64
const tower = siglipTower({ side: 4 })
const text = mistral({ body: 'text_model' })

/** Gated projection to the decoder's width, then a perceiver resampler with grouped queries (Idefics2, arXiv:2405.02246, §3.2). */
function connector(context: GraphContext, x: Value): Value {
  const { graph } = context
  return graph.scope('connector', () => {
    const source = graph.scope('modality_projection', () => {
      const gate = activate(
        context,
        linear(context, x, { name: 'gate_proj', inputSize: visionSize, outputSize: innerSize, bias: false }),
        'silu',
      )
      const up = linear(context, x, { name: 'up_proj', inputSize: visionSize, outputSize: innerSize, bias: false })
      return linear(context, graph.node('Mul', [gate, up]), { name: 'down_proj', inputSize: innerSize, outputSize: textSize, bias: false })
    })
    return graph.scope('perceiver_resampler', () => resample(context, source))
  })
}

/** Latents that read the image and themselves: `[images, patches, size] → [images, latents, size]` (Jaegle et al. 2021, arXiv:2103.03206). */
function resample(context: GraphContext, source: Value): Value {
  const { graph } = context
  const norm = (y: Value, name: string): Value => rmsNorm(context, y, { name, size: textSize, epsilon })
  let x = learnedQueries(context, source, { name: 'latents', count: latents, size: textSize })
  for (let layer = 0; layer < depth; layer++) {
    x = graph.scope(`layers.${layer}`, () => {
      const asking = norm(x, 'input_latents_norm')
      const seen = graph.node('Concat', [norm(source, 'input_context_norm'), asking], { axis: 1 })
      const answer = graph.scope('self_attn', () =>
        attention(context, asking, { size: textSize, heads, keyValueHeads, headSize, bias: false, source: seen }),
      )
      const middle = graph.node('Add', [x, answer])
      const fed = graph.scope('mlp', () =>
        gatedFeedForward(context, norm(middle, 'post_attention_layernorm'), {
          size: textSize,
          innerSize: 4 * textSize,
          activation: 'silu',
        }),
      )
      return graph.node('Add', [middle, fed])
    })
  }
  return norm(x, 'norm')
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('idefics2', {
    prefix: 'Idefics2',
    config: {
      image_token_id: imageToken,
      num_image_tokens: latents,
      text_config: text.config,
      vision_config: { ...tower.config, model_type: 'idefics2_vision' },
      perceiver_config: {
        model_type: 'idefics2_perceiver',
        hidden_act: 'silu',
        hidden_size: textSize,
        rms_norm_eps: epsilon,
        resampler_n_latents: latents,
        resampler_depth: depth,
        resampler_n_heads: heads,
        resampler_head_dim: headSize,
        num_key_value_heads: keyValueHeads,
      },
    },
    spec: { decoder: text.spec, modalities: [imageModality({ tower: tower.spec, scope: 'vision_model', tiles: 1, project: connector })] },
    also: ['pretraining'],
  }),
]
