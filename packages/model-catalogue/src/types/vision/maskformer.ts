import type { Value } from '@vitest-hardware/onnx-graph'
import { boxLayers, detectionDecoder, type DetectionTransformerSpec, sinePlaces } from '../../architectures/detection-transformer.ts'
import { swinFeatureMaps, type SwinSpec } from '../../architectures/swin.ts'
import { activate } from '../../blocks/activation.ts'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { groupNorm } from '../../blocks/norm.ts'
import { flattenGrid } from '../../blocks/patch.ts'
import { resizeLike } from '../../blocks/resize.ts'
import { imageNetStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { type FeatureMap, labelCount } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const [image, featureSize, groups] = [32, 32, 8]
const swin: SwinSpec = {
  image,
  patch: 2,
  size: 8,
  depths: [2, 2, 2],
  heads: [2, 2, 4],
  window: 4,
  mlpRatio: 4,
  activation: 'gelu',
  epsilon: 1e-5,
}
const decoder: DetectionTransformerSpec = { image, size: 32, heads: 4, innerSize: 64, layers: 2, queries: 6, norm: 'post' }
const fine = image / swin.patch
const coarse = fine / 2 ** (swin.depths.length - 1)

/** A convolution, a norm over groups and, where asked for, a ReLU. */
function unit(
  context: GraphContext,
  x: Value,
  names: readonly [string, string],
  inputChannels: number,
  kernel: number,
  isActive: boolean,
): Value {
  const [name, norm] = names
  const convolved = convolution(context, x, {
    name,
    inputChannels,
    outputChannels: featureSize,
    kernel: [kernel, kernel],
    padding: (kernel - 1) / 2,
    bias: false,
  })
  const normal = groupNorm(context, convolved, { name: norm, size: featureSize, epsilon: 1e-5, groups })
  return isActive ? activate(context, normal, 'relu') : normal
}

/** A feature pyramid from the coarsest map up (Cheng et al. 2021, arXiv:2107.06278, §3.4; Lin et al. 2017, arXiv:1612.03144). */
function pixelDecoder(context: GraphContext, maps: readonly FeatureMap[]): Value {
  const { graph } = context
  const [last, ...others] = maps.toReversed()
  const fpn = graph.scope('decoder.fpn', () => {
    let x = unit(context, last!.value, ['stem.0', 'stem.1'], last!.channels, 3, true)
    others.forEach(({ value, channels }, index) => {
      x = graph.scope(`layers.${index}`, () => {
        const side = unit(context, value, ['proj.0', 'proj.1'], channels, 1, false)
        const joined = graph.node('Add', [side, resizeLike(context, x, side, { mode: 'nearest' })])
        return unit(context, joined, ['block.0', 'block.1'], featureSize, 3, true)
      })
    })
    return x
  })
  return convolution(context, fpn, {
    name: 'decoder.mask_projection',
    inputChannels: featureSize,
    outputChannels: featureSize,
    kernel: [3, 3],
    padding: 1,
  })
}

interface Segmented {
  readonly coarsest: FeatureMap
  readonly pixels: Value
  readonly queries: Value
}

function body(context: GraphContext, scope: string): Segmented {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: image })
  return graph.scope(scope, () => {
    const maps = graph.scope('pixel_level_module.encoder', () => swinFeatureMaps(context, pixels, swin))
    const embedded = graph.scope('pixel_level_module', () => pixelDecoder(context, maps))
    const coarsest = maps.at(-1)!
    const queries = graph.scope('transformer_module', () => {
      const { size } = decoder
      const asked = graph.scope('queries_embedder', () => context.weight('weight', [decoder.queries, size], { std: 1 }))
      const narrow = convolution(context, coarsest.value, {
        name: 'input_projection',
        inputChannels: coarsest.channels,
        outputChannels: size,
        kernel: [1, 1],
      })
      const cells = flattenGrid(context, narrow, size)
      const one = graph.weight('whole_image', {
        type: 'float32',
        dims: [1, coarse, coarse],
        data: new Float32Array(coarse * coarse).fill(1),
      })
      const source = { x: cells, place: sinePlaces(context, one, size) }
      return graph.scope('decoder', () => detectionDecoder(context, decoder, { asked, source, biases: [] }))
    })
    return { coarsest, pixels: embedded, queries }
  })
}

/** Each query is a mask over all pixels and a label for it (arXiv:2107.06278, §3.3). */
function segment(context: GraphContext): void {
  const { graph } = context
  const { pixels, queries } = body(context, 'model')
  const { size, queries: count } = decoder
  const scores = linear(context, queries, { name: 'class_predictor', inputSize: size, outputSize: labelCount + 1 })
  graph.output('class_queries_logits', scores, 'float32', [batch, count, labelCount + 1])
  const masks = boxLayers(context, queries, size, featureSize, 'mask_embedder')
  const flat = graph.node('Reshape', [pixels, graph.constant('int64', [0, featureSize, fine * fine])])
  const products = graph.node('Reshape', [graph.node('MatMul', [masks, flat]), graph.constant('int64', [0, count, fine, fine])])
  graph.output('masks_queries_logits', products, 'float32', [batch, count, fine, fine])
}

function features(context: GraphContext): void {
  const { graph } = context
  const { coarsest, pixels, queries } = body(context, '')
  graph.output('encoder_last_hidden_state', coarsest.value, 'float32', [batch, coarsest.channels, coarse, coarse])
  graph.output('pixel_decoder_last_hidden_state', pixels, 'float32', [batch, featureSize, fine, fine])
  graph.output('transformer_decoder_last_hidden_state', queries, 'float32', [batch, decoder.queries, decoder.size])
}

const head = (architecture: string, build: (context: GraphContext) => void): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build }],
})

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'maskformer',
    config: {
      image_size: image,
      fpn_feature_size: featureSize,
      mask_feature_size: featureSize,
      backbone_config: {
        model_type: 'swin',
        image_size: image,
        patch_size: swin.patch,
        embed_dim: swin.size,
        depths: swin.depths,
        num_heads: swin.heads,
        window_size: swin.window,
        out_features: ['stage1', 'stage2', 'stage3'],
      },
      decoder_config: {
        model_type: 'detr',
        d_model: decoder.size,
        decoder_layers: decoder.layers,
        decoder_attention_heads: decoder.heads,
        decoder_ffn_dim: decoder.innerSize,
        num_queries: decoder.queries,
      },
      use_auxiliary_loss: false,
      output_auxiliary_logits: false,
    },
    heads: {
      'image-segmentation': head('MaskFormerForInstanceSegmentation', segment),
      'feature-extraction': head('MaskFormerModel', features),
    },
    defaultTask: 'image-segmentation',
    processor: 'MaskFormerImageProcessor',
    processing: { statistics: imageNetStatistics },
    transformersJs: 'MaskFormerForInstanceSegmentation',
    note: 'a Swin backbone, a feature pyramid of pixels, DETR’s decoder whose queries are masks',
  }),
]
