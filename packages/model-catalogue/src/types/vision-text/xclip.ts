import type { Value } from '@vitest-hardware/onnx-graph'
import { clipNames, type TowerLayers, towerLayers } from '../../architectures/vision-tower.ts'
import { reshape } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { unitLength } from '../../blocks/normalise.ts'
import { patchEmbedding, prependToken, tokenAt } from '../../blocks/patch.ts'
import { clipStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { meanOfTokens, tokensFrom } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { clipTextTower } from './clip-towers.ts'
import { pairedTextInputs, textBatch } from './contrastive.ts'
import { clipScale, pairedClipText, pairedClipVision, pairSizes, projected } from './contrastive-type.ts'
import { patchPositions, towerFeedForward } from './tower-layers.ts'

const { size, image, patch, projection } = pairSizes
const frames = 2
const patches = (image / patch) ** 2
const epsilon = 1e-5
const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }

/** Frames tell one another by a token of each, which stands behind the frame's own for one attention (Ni et al. 2022, arXiv:2208.02816, §3.2). */
function frameLayer(context: GraphContext, x: Value): Value {
  const { graph } = context
  const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size, epsilon })
  const attend = (y: Value, name: string): Value => graph.scope(name, () => attention(context, y, { size, heads: pairSizes.heads, names }))
  const told = linear(context, tokenAt(context, x, 0), { name: 'message_fc', inputSize: size, outputSize: size })
  const messages = reshape(context, told, [-1, frames, size])
  const heard = graph.node('Add', [messages, attend(norm(messages, 'message_ln'), 'message_attn')])
  const joined = graph.node('Concat', [x, reshape(context, heard, [-1, 1, size])], { axis: 1 })
  const seen = graph.node('Add', [joined, attend(norm(joined, 'layer_norm1'), 'self_attn')])
  const middle = tokensFrom(context, seen, 0, patches + 1)
  return graph.node('Add', [middle, towerFeedForward(context, norm(middle, 'layer_norm2'), pairedClipVision)])
}

function seeFrames(context: GraphContext, pixels: Value): { readonly hidden: Value; readonly pooled: Value } {
  const { graph } = context
  return graph.scope('vision_model', () => {
    const embedded = graph.scope('embeddings', () => {
      const seen = patchEmbedding(context, pixels, { name: 'patch_embedding', channels: 3, size, patch, bias: false })
      const tokens = prependToken(context, seen, context.weight('class_embedding', [size], { std: 1 }), size)
      return patchPositions(context, tokens, patches + 1, size)
    })
    let x = layerNorm(context, embedded, { name: 'pre_layernorm', size, epsilon })
    for (let layer = 0; layer < pairSizes.layers; layer++) x = graph.scope(`encoder.layers.${layer}`, () => frameLayer(context, x))
    return { hidden: x, pooled: layerNorm(context, tokenAt(context, x, 0), { name: 'post_layernorm', size, epsilon }) }
  })
}

const integration: TowerLayers = {
  size: projection,
  layers: 1,
  heads: 4,
  innerSize: 48,
  activation: 'quick_gelu',
  epsilon,
  norm: 'layer',
  names: clipNames,
}

/** A transformer over the frames, whose answer is the mean (arXiv:2208.02816, §3.2). */
function integrate(context: GraphContext, perFrame: Value): Value {
  const { graph } = context
  return graph.scope('mit', () => {
    const placed = graph.node('Add', [perFrame, context.weight('position_embedding', [1, frames, projection], { std: 0.5 })])
    return meanOfTokens(context, graph.node('Add', [towerLayers(context, placed, integration), perFrame]))
  })
}

/** What the video's patches add to each text (arXiv:2208.02816, §3.3): `[videos, texts, projection]`. */
function prompts(context: GraphContext, texts: Value, patchesOfVideo: Value): Value {
  const { graph } = context
  return graph.scope('prompts_generator', () => {
    const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size: projection, epsilon })
    const visual = norm(patchesOfVideo, 'layernorm')
    let x = texts
    for (let layer = 0; layer < 2; layer++) {
      x = graph.scope(`decoder.${layer}`, () => {
        const asked = graph.scope('cross_attn', () =>
          attention(context, norm(x, 'norm1'), {
            size: projection,
            heads: 4,
            names: { ...names, output: 'proj' },
            source: visual,
            bias: { query: false, key: false, value: false, output: true },
          }),
        )
        const middle = graph.node('Add', [x, asked])
        const options = {
          names: { up: 'mlp.0', down: 'mlp.3' },
          size: projection,
          innerSize: 4 * projection,
          activation: 'quick_gelu',
        } as const
        return graph.node('Add', [middle, feedForward(context, norm(middle, 'norm3'), options)])
      })
    }
    return graph.node('Mul', [x, context.weight('alpha', [projection], { mean: 0.2 })])
  })
}

function build(context: GraphContext): void {
  const { graph } = context
  const inputs = pairedTextInputs(context, true)
  const pixels = graph.input('pixel_values', 'float32', [batch, frames, 3, image, image])
  const seen = seeFrames(context, reshape(context, pixels, [-1, 3, image, image]))
  const perFrame = reshape(context, projected(context, seen.pooled, 'visual_projection'), [-1, frames, projection])
  const video = unitLength(context, integrate(context, perFrame))
  const normed = layerNorm(context, tokensFrom(context, seen.hidden, 1), { name: 'prompts_visual_layernorm', size, epsilon })
  const mapped = graph.node('MatMul', [normed, context.weight('prompts_visual_projection', [size, projection])])
  const perVideo = graph.node('ReduceMean', [reshape(context, mapped, [-1, frames, patches, projection]), graph.constant('int64', [1])], {
    keepdims: 0,
  })
  const text = projected(context, clipTextTower(context, inputs, pairedClipText).pooled, 'text_projection')
  const videos = graph.node('Shape', [pixels], { start: 0, end: 1 })
  const texts = graph.node('Expand', [
    graph.node('Unsqueeze', [text, graph.constant('int64', [0])]),
    graph.node('Concat', [videos, graph.constant('int64', [1, 1])], { axis: 0 }),
  ])
  const prompted = unitLength(context, graph.node('Add', [texts, prompts(context, texts, perVideo)]))
  const cosine = graph.node('Einsum', [video, prompted], { equation: 'bd,bkd->bk' })
  const scores = graph.node('Mul', [cosine, graph.node('Exp', [context.weight('logit_scale', [1], { mean: clipScale, std: 0.01 })])])
  graph.output('logits_per_video', scores, 'float32', [batch, textBatch])
  graph.output('logits_per_text', graph.node('Transpose', [scores], { perm: [1, 0] }), 'float32', [textBatch, batch])
  graph.output('text_embeds', prompted, 'float32', [batch, textBatch, projection])
  graph.output('video_embeds', video, 'float32', [batch, projection])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'xclip',
    tasks: ['feature-extraction'],
    config: {
      model_type: 'xclip',
      architectures: ['XCLIPModel'],
      text_config: { ...pairedClipText, model_type: 'xclip_text_model' },
      vision_config: {
        ...pairedClipVision,
        model_type: 'xclip_vision_model',
        num_frames: frames,
        mit_hidden_size: projection,
        mit_intermediate_size: integration.innerSize,
        mit_num_hidden_layers: integration.layers,
        mit_num_attention_heads: integration.heads,
      },
      projection_dim: projection,
      prompt_layers: 2,
      prompt_alpha: 0.1,
      prompt_hidden_act: 'quick_gelu',
      prompt_num_attention_heads: 4,
      logit_scale_init_value: clipScale,
    },
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'CLIPTokenizer',
      processorClass: 'XCLIPProcessor',
      imageProcessorClass: 'CLIPImageProcessor',
    },
    graphs: [{ name: 'model', build }],
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'CLIPImageProcessor',
        processorClass: 'XCLIPProcessor',
        size: { height: image, width: image },
        statistics: clipStatistics,
        resample: 'bicubic',
      }),
    },
    transformersJs: null,
    note: 'videos of two frames, which tell one another; a text’s vector depends on the video; Transformers.js has no class for it',
  },
]
