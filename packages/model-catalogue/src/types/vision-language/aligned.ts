import type { Value } from '@vitest-hardware/onnx-graph'
import type { Modality } from '../../architectures/vision-language.ts'
import type { VisionTowerSpec } from '../../architectures/vision-tower.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import { perceptronProjector } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { imageModality } from './image-features.ts'
import { llama, qwen2, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { imageSize, siglipTower, visionSize } from './vision-towers.ts'

const siglip = siglipTower()
const llamaText = llama({ epsilon: 1e-6 })

/** An aligner of two layers, as DeepSeek-VL and Janus have it under their own names. */
const aligner =
  (names: readonly [string, string]) =>
  (context: GraphContext, x: Value): Value =>
    context.graph.scope('aligner', () =>
      perceptronProjector(context, x, { names, inputSize: visionSize, outputSize: textSize, activation: 'gelu' }),
    )

const janus = siglipTower({
  spec: {
    activation: 'gelu',
    names: { ...siglip.spec.names, projections: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'projection_layer' } },
    bias: { projections: true },
  },
})

/** AIMv2's tower (arXiv:2411.14402, §2): norm behind the patches, RMS norms, SwiGLU. */
const aim: VisionTowerSpec = {
  size: visionSize,
  layers: 2,
  heads: 4,
  innerSize: 64,
  activation: 'silu',
  epsilon: 1e-5,
  norm: 'rms',
  image: imageSize,
  patch: 16,
  patches: { name: 'embeddings.patch_embedding', bias: true },
  patchNorm: 'embeddings.rms_norm',
  positions: 'embeddings.position_embedding.weight',
  after: 'rms_norm',
  bias: { projections: false, feedForward: false },
  names: {
    layers: 'encoder.layers',
    norms: ['rms_norm1', 'rms_norm2'],
    attention: 'attention',
    projections: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' },
    feedForward: 'ffn',
    gate: 'gate_proj',
    up: 'up_proj',
    down: 'down_proj',
  },
}

const visualWords = 24
const indicatorTokens = vocabularySize - 7
const indicators = 5
const ovisText = qwen2({ tied: true })

/** Ovis (arXiv:2405.20797, §3.1): patches are words of a visual vocabulary by probability, and a second table gives their embeddings. */
function visualWordEmbeddings(context: GraphContext, x: Value): Value {
  const { graph } = context
  const words = visualWords - indicators
  const shares = graph.scope('vision_tower', () => {
    const scores = linear(context, x, { name: 'head_linear', inputSize: visionSize, outputSize: words, bias: false })
    return graph.node('Softmax', [layerNorm(context, scores, { name: 'head_norm', size: words, epsilon: 1e-5 })], { axis: -1 })
  })
  return graph.scope('visual_embeddings_table', () => {
    const table = context.weight('weight', [visualWords, textSize], { std: 1 })
    const used = graph.node('Slice', [table, ...[0, words, 0].map((value) => graph.constant('int64', [value]))])
    return graph.node('MatMul', [shares, used])
  })
}

/** The five words that frame an image stand at the end of the visual vocabulary. */
const frame = Array.from({ length: indicators }, (_, index): Modality => ({
  token: indicatorTokens + index,
  features: (context, { embeddings }) => {
    const { graph } = context
    const row = graph.scope('visual_embeddings_table', () =>
      graph.node(
        'Gather',
        [context.weight('weight', [visualWords, textSize], { std: 1 }), graph.constant('int64', [visualWords - indicators + index])],
        { axis: 0 },
      ),
    )
    return repeatForBatch(context, graph.node('Unsqueeze', [row, graph.constant('int64', [0])]), embeddings, [1, textSize])
  },
}))

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('deepseek_vl', {
    prefix: 'DeepseekVL',
    config: { text_config: llamaText.config, vision_config: siglip.config, image_token_id: imageToken },
    spec: {
      decoder: llamaText.spec,
      modalities: [imageModality({ tower: siglip.spec, scope: 'vision_model', project: aligner(['linear1', 'linear2']) })],
    },
  }),
  visionLanguageType('janus', {
    prefix: 'Janus',
    config: {
      text_config: llamaText.config,
      vision_config: {
        ...janus.config,
        model_type: 'janus_vision_model',
        mlp_ratio: 2,
        attention_bias: true,
        use_qk_norm: false,
        projection_dim: textSize,
        depth: 2,
      },
      image_token_id: imageToken,
    },
    spec: {
      decoder: llamaText.spec,
      modalities: [imageModality({ tower: janus.spec, scope: 'vision_model', project: aligner(['fc1', 'hidden_layers.0']) })],
    },
    also: ['pretraining'],
    note: 'understanding of images; the tokenizer that draws images is no part of this forward pass',
  }),
  visionLanguageType('ovis2', {
    prefix: 'Ovis2',
    config: {
      text_config: ovisText.config,
      vision_config: {
        hidden_size: visionSize,
        intermediate_size: 64,
        num_hidden_layers: 2,
        num_attention_heads: 4,
        num_channels: 3,
        image_size: imageSize,
        patch_size: 16,
        rms_norm_eps: 1e-5,
        qkv_bias: false,
        mlp_bias: false,
        hidden_act: 'silu',
        vocab_size: visualWords,
        hidden_stride: 1,
        num_visual_indicator_tokens: indicators,
        tokenize_function: 'softmax',
      },
      image_token_id: imageToken,
      visual_indicator_token_ids: frame.map(({ token }) => token),
      vocab_size: vocabularySize,
      hidden_size: textSize,
    },
    spec: {
      decoder: ovisText.spec,
      modalities: [imageModality({ tower: aim, scope: 'vision_tower.transformer', project: visualWordEmbeddings }), ...frame],
    },
  }),
]
