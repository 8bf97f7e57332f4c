import type { Value } from '@vitest-hardware/onnx-graph'
import { unitLength } from '../../blocks/normalise.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { flattenedPatchesTower, flattenedVisionConfig } from './flattened-patches.ts'
import { imagePlaces, kosmosDecoder, kosmosTextConfig, latentProjection, latents } from './kosmos.ts'
import { textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'

/** Tells image from text by two learned vectors. */
function segments(context: GraphContext, embeddings: Value, [isImage]: readonly Value[]): Value {
  const { graph } = context
  return graph.scope('text_model.model.segment_emb', () => {
    const table = context.weight('weight', [2, textSize], { std: 1 })
    return graph.node('Add', [embeddings, graph.node('Gather', [table, graph.node('Cast', [isImage!], { to: 7 })], { axis: 0 })])
  })
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('kosmos-2.5', {
    prefix: 'Kosmos2_5',
    config: {
      text_config: kosmosTextConfig('kosmos_2_5_text_model'),
      vision_config: { model_type: 'kosmos_2_5_vision_model', ...flattenedVisionConfig },
      latent_query_num: latents,
      image_token_id: imageToken,
    },
    spec: {
      decoder: kosmosDecoder('text_model.model', false),
      scope: '',
      positions: 'counted',
      featureScale: Math.sqrt(textSize),
      finish: segments,
      modalities: [
        {
          token: imagePlaces,
          features: (context) =>
            latentProjection(
              context,
              unitLength(
                context,
                context.graph.scope('vision_model', () =>
                  flattenedPatchesTower(context, { embeddings: 'embeddings', layers: 'encoder.layer', norm: 'layernorm' }),
                ),
              ),
            ),
        },
      ],
    },
  }),
]
