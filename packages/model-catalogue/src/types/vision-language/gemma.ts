import type { Value } from '@vitest-hardware/onnx-graph'
import { type VisionLanguageSpec, visionLanguageBody } from '../../architectures/vision-language.ts'
import { decoderLogits } from '../../architectures/causal-decoder.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { imageSpanMask } from '../../blocks/image-span-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { averageSquares } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput } from '../../graphs/text-inputs.ts'
import { causalLabels, lastTokenClassifier } from '../../heads/causal-text.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { imageModality } from './image-features.ts'
import { gemma, gemma3, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { siglipTower, visionSize } from './vision-towers.ts'

const imageTokens = 4
const paliTower = siglipTower()
const paliText = gemma()

const gemma3Side = 4
const gemma3Tower = siglipTower({ side: gemma3Side })
const gemma3Text = gemma3()

/** Means of squares, a norm and a product: Gemma 3 (arXiv:2503.19786, §2.2). */
function averageProjector(context: GraphContext, x: Value): Value {
  const { graph } = context
  return graph.scope('multi_modal_projector', () => {
    const pooled = averageSquares(context, x, { side: gemma3Side, factor: 2, size: visionSize })
    const normed = rmsNorm(context, pooled, { name: 'mm_soft_emb_norm', size: visionSize, epsilon: 1e-6, unitOffset: true })
    return graph.node('MatMul', [normed, context.weight('mm_input_projection_weight', [visionSize, textSize])])
  })
}

const gemma3Spec: VisionLanguageSpec = {
  decoder: gemma3Text.spec,
  modalities: [imageModality({ tower: gemma3Tower.spec, project: averageProjector })],
  mask: (context, { ids, attentionMask }) => {
    const tokenTypes = idsInput(context, 'token_type_ids')
    return (window) => imageSpanMask(context, { queries: ids, attentionMask, tokenTypes, window })
  },
}

const gemma3Config = {
  text_config: gemma3Text.config,
  vision_config: gemma3Tower.config,
  mm_tokens_per_image: imageTokens,
  image_token_index: imageToken,
  boi_token_index: imageToken + 2,
  eoi_token_index: imageToken + 3,
}

const classifier: TaskHead = {
  architecture: 'Gemma3ForSequenceClassification',
  graphs: [
    {
      name: 'model',
      build: (context) => {
        const { hidden, attentionMask } = visionLanguageBody(context, gemma3Spec)
        lastTokenClassifier(context, { hidden, attentionMask, size: textSize })
      },
    },
  ],
  config: causalLabels,
}

const [yes, no] = [10, 11]

/** ShieldGemma 2 (arXiv:2504.01081, §3): how likely the next token is "Yes" against "No". */
function policyGraph(context: GraphContext): void {
  const { graph } = context
  const body = visionLanguageBody(context, gemma3Spec)
  const scores = decoderLogits(context, body.decoder, body)
  const last = graph.node('Gather', [scores, graph.constant('int64', -1)], { axis: 1 })
  const chosen = graph.node('Gather', [last, graph.constant('int64', [yes, no])], { axis: 1 })
  graph.output('logits', chosen, 'float32', [batch, 2])
  graph.output('probabilities', graph.node('Softmax', [chosen], { axis: -1 }), 'float32', [batch, 2])
}

const policy: TaskHead = {
  architecture: 'ShieldGemma2ForImageClassification',
  graphs: [{ name: 'model', build: policyGraph }],
  config: { yes_token_index: yes, no_token_index: no },
}

const shield = visionLanguageType('shieldgemma2', {
  prefix: 'Gemma3',
  body: null,
  config: { ...gemma3Config, yes_token_index: yes, no_token_index: no },
  spec: gemma3Spec,
  heads: { 'image-classification': policy },
  note: 'Gemma 3 with another head: "Yes" against "No" at the last token',
})

/** PaliGemma (arXiv:2407.07726, §3.1), also for those that put another head behind it. */
export const paliSpec: VisionLanguageSpec = {
  decoder: paliText.spec,
  modalities: [
    imageModality({
      tower: paliTower.spec,
      project: (context, x) =>
        context.graph.scope('multi_modal_projector', () =>
          linear(context, x, { name: 'linear', inputSize: visionSize, outputSize: textSize }),
        ),
    }),
  ],
  mask:
    (context, { attentionMask }) =>
    () =>
      paddingMask(context, attentionMask),
}

export const paliConfig = {
  text_config: { ...paliText.config, num_image_tokens: imageTokens },
  vision_config: { ...paliTower.config, projection_dim: textSize, vision_use_head: false },
  image_token_index: imageToken,
  projection_dim: textSize,
  hidden_size: textSize,
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('paligemma', {
    prefix: 'PaliGemma',
    config: paliConfig,
    spec: paliSpec,
    also: ['pretraining'],
    note: 'a prompt is read as a prefix, both ways (arXiv:2407.07726, §3.1)',
  }),
  visionLanguageType('gemma3', {
    prefix: 'Gemma3',
    config: gemma3Config,
    spec: gemma3Spec,
    also: ['pretraining', 'text-generation'],
    heads: { 'text-classification': classifier },
  }),
  shield,
]
