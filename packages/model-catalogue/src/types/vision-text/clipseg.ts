import type { Value } from '@vitest-hardware/onnx-graph'
import { visionTower } from '../../architectures/vision-tower.ts'
import { attention } from '../../blocks/attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { tokenAt } from '../../blocks/patch.ts'
import { transposedConvolution } from '../../blocks/transposed-convolution.ts'
import { imageNetStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch, idsInput } from '../../graphs/text-inputs.ts'
import { tokensFrom, tokensToGrid } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { clipTextTower } from './clip-towers.ts'
import {
  clipScale,
  contrastiveType,
  pairedClipText,
  pairedClipTower as tower,
  pairedClipVision,
  pairSizes,
  projected,
} from './contrastive-type.ts'

const { size, image, patch, projection } = pairSizes
const reduced = 16
const decoderHeads = 4
const decoderInner = 48
const extracted = [0, 1]
const conditional = 0

/** Both sides of CLIP; `each` is called behind each layer of the vision tower. */
function imageSide(context: GraphContext, pixels: Value, each?: (layer: number, x: Value) => void): Value {
  return context.graph.scope('vision_model', () => visionTower(context, pixels, tower, each))
}

function imageEmbedding(context: GraphContext, pixels: Value): Value {
  const first = tokenAt(context, imageSide(context, pixels), 0)
  const normed = context.graph.scope('vision_model', () =>
    layerNorm(context, first, { name: 'post_layernorm', size, epsilon: tower.epsilon }),
  )
  return projected(context, normed, 'visual_projection')
}

const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }

function decoderLayer(context: GraphContext, x: Value): Value {
  const { graph } = context
  const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size: reduced, epsilon: 1e-5 })
  const seen = graph.scope('self_attn', () => attention(context, x, { size: reduced, heads: decoderHeads, names }))
  const middle = norm(graph.node('Add', [x, seen]), 'layer_norm1')
  const fed = graph.scope('mlp', () =>
    feedForward(context, middle, { names: { up: 'fc1', down: 'fc2' }, size: reduced, innerSize: decoderInner, activation: 'relu' }),
  )
  return norm(graph.node('Add', [middle, fed]), 'layer_norm2')
}

/** A mask of what the text names: several layers' tokens, reduced, modulated by the text and decoded (Lüddecke & Ecker 2022, arXiv:2112.10003, §4). */
function segmentation(context: GraphContext): void {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const attentionMask = idsInput(context, 'attention_mask')
  const kept: Value[] = []
  const condition = graph.scope('clip', () => {
    imageSide(context, pixels, (layer, x) => extracted.includes(layer) && kept.push(x))
    return projected(context, clipTextTower(context, { ids, attentionMask }, pairedClipText).pooled, 'text_projection')
  })
  const logits = graph.scope('decoder', () => {
    let x: Value | undefined
    kept.toReversed().forEach((activation, index) => {
      const narrow = linear(context, activation, { name: `reduces.${index}`, inputSize: size, outputSize: reduced })
      x = x === undefined ? narrow : graph.node('Add', [narrow, x])
      if (index === conditional) {
        const film = (name: string): Value =>
          graph.node('Unsqueeze', [
            linear(context, condition, { name, inputSize: projection, outputSize: reduced }),
            graph.constant('int64', [1]),
          ])
        x = graph.node('Add', [graph.node('Mul', [film('film_mul'), x]), film('film_add')])
      }
      const before = x
      x = graph.scope(`layers.${index}`, () => decoderLayer(context, before))
    })
    const grid = tokensToGrid(context, tokensFrom(context, x!, 1), image / patch, reduced)
    return transposedConvolution(context, grid, {
      name: 'transposed_convolution',
      inputChannels: reduced,
      outputChannels: 1,
      kernel: patch,
      stride: patch,
    })
  })
  graph.output('logits', graph.node('Squeeze', [logits, graph.constant('int64', [1])]), 'float32', [batch, image, image])
}

export const modelTypes: readonly ModelType[] = [
  contrastiveType('clipseg', {
    architecture: 'CLIPSegModel',
    config: {
      text_config: { ...pairedClipText, model_type: 'clipseg_text_model' },
      vision_config: { ...pairedClipVision, model_type: 'clipseg_vision_model' },
      logit_scale_init_value: clipScale,
      extract_layers: extracted,
      reduce_dim: reduced,
      decoder_num_attention_heads: decoderHeads,
      decoder_hidden_act: 'relu',
      decoder_intermediate_size: decoderInner,
      conditional_layer: conditional,
      use_complex_transposed_convolution: false,
    },
    scale: clipScale,
    text: (context, inputs) => projected(context, clipTextTower(context, inputs, pairedClipText).pooled, 'text_projection'),
    image: imageEmbedding,
    heads: {
      'image-segmentation': { architecture: 'CLIPSegForImageSegmentation', graphs: [{ name: 'model', build: segmentation }] },
    },
    processor: { tokenizer: 'CLIPTokenizer', processorClass: 'CLIPSegProcessor', imageProcessorClass: 'ViTImageProcessor' },
    statistics: imageNetStatistics,
    modelClass: 'CLIPSegModel',
    note: 'pairs are scored as CLIP does it; the decoder is the head for image-segmentation, the class without is that of both towers',
  }),
]
