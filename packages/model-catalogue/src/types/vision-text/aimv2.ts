import type { Value } from '@vitest-hardware/onnx-graph'
import { towerLayers, type TowerLayers, towerNorm, visionTower, type VisionTowerSpec } from '../../architectures/vision-tower.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import type { TextInputs } from './contrastive.ts'
import { clipScale, contrastiveType, pairSizes, projected } from './contrastive-type.ts'
import { textEmbeddings } from './tower-layers.ts'

const { size, heads } = pairSizes
const maxPositions = 32
const endToken = vocabularySize - 1

/** RMS norms, SwiGLU and no bias in both towers (Fini et al. 2024, arXiv:2411.14402, §3.2). */
const layers: TowerLayers = {
  size,
  layers: pairSizes.layers,
  heads,
  innerSize: pairSizes.inner,
  activation: 'silu',
  epsilon: 1e-5,
  norm: 'rms',
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

const vision: VisionTowerSpec = {
  ...layers,
  image: pairSizes.image,
  patch: pairSizes.patch,
  patches: { name: 'patch_embed', bias: true },
  embeddingScope: 'embeddings',
  patchNorm: 'rms_norm',
  positions: 'position_embedding.weight',
  after: 'rms_norm',
}

/** A learned query that attends to all patches; keys and values alone are projected. */
function pool(context: GraphContext, x: Value): Value {
  const { graph } = context
  const project = (name: string): Value =>
    splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: size, bias: false }), heads, size / heads)
  const query = splitHeads(
    context,
    repeatForBatch(context, context.weight('cls_token', [1, 1, size], { std: 1 }), x, [1, size]),
    heads,
    size / heads,
  )
  const scale = 1 / Math.sqrt(size / heads)
  const pooled = dotProductAttention(context, { query, key: project('k_proj'), value: project('v_proj'), scale, size })
  const mean = graph.node('ReduceMean', [pooled, graph.constant('int64', [1])], { keepdims: 0 })
  return linear(context, mean, { name: 'output_proj', inputSize: size, outputSize: size })
}

function readText(context: GraphContext, { ids, attentionMask }: TextInputs): Value {
  const { graph } = context
  return graph.scope('text_model', () => {
    const embedded = textEmbeddings(context, ids, {
      vocab_size: vocabularySize,
      max_position_embeddings: maxPositions,
      hidden_size: size,
    })
    const mask = causalMask(context, { queries: ids, attentionMask: attentionMask! })
    const hidden = towerNorm(context, towerLayers(context, embedded, layers, { biases: () => [mask] }), layers, 'rms_norm')
    const isEnd = graph.node('Cast', [graph.node('Equal', [ids, graph.constant('int64', endToken)])], { to: 6 })
    return graph.node('GatherND', [hidden, graph.node('ArgMax', [isEnd], { axis: 1, keepdims: 1 })], { batch_dims: 1 })
  })
}

const shared = {
  hidden_size: size,
  intermediate_size: pairSizes.inner,
  num_hidden_layers: pairSizes.layers,
  num_attention_heads: heads,
  hidden_act: layers.activation,
  rms_norm_eps: layers.epsilon,
  qkv_bias: false,
  mlp_bias: false,
}

export const modelTypes: readonly ModelType[] = [
  contrastiveType('aimv2', {
    architecture: 'Aimv2Model',
    task: 'feature-extraction',
    config: {
      text_config: {
        ...shared,
        model_type: 'aimv2_text_model',
        vocab_size: vocabularySize,
        max_position_embeddings: maxPositions,
        eos_token_id: endToken,
      },
      vision_config: {
        ...shared,
        model_type: 'aimv2_vision_model',
        image_size: vision.image,
        patch_size: vision.patch,
        num_channels: 3,
        use_head: true,
        is_native: false,
      },
      logit_scale_init_value: clipScale,
      max_logit_scale: 100,
    },
    scale: clipScale,
    bounds: [0, Math.log(100)],
    text: (context, inputs) => projected(context, readText(context, inputs), 'text_projection'),
    image: (context, pixels) => {
      const pooled = context.graph.scope('vision_model', () => {
        const seen = visionTower(context, pixels, vision)
        return context.graph.scope('head', () => pool(context, seen))
      })
      return projected(context, pooled, 'visual_projection')
    },
    processor: { tokenizer: 'CLIPTokenizer', processorClass: 'CLIPProcessor', imageProcessorClass: 'CLIPImageProcessor' },
    note: 'RMS norms and gated networks in both towers, the image side pooled by attention; Transformers.js has no class for it',
  }),
]
