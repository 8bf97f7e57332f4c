import type { Value } from '@vitest-hardware/onnx-graph'
import { postNormLayer, type PostNormSpec, wordEmbeddings } from '../../architectures/post-norm-text.ts'
import { tanhPooler } from '../../architectures/vision-transformer.ts'
import { blocksNames, type TowerLayers, towerLayers } from '../../architectures/vision-tower.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, prependToken, tokenAt } from '../../blocks/patch.ts'
import { clipStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { patchPositions } from './tower-layers.ts'

const size = 32
const image = 32
const patch = 8
const imageTokens = (image / patch) ** 2 + 1
const epsilon = 1e-5
/** Layers of each tower, and the last ones that have a bridge. */
const towerDepth = 3
const crossDepth = 2

const text: PostNormSpec = { size, layers: 1, heads: 4, innerSize: 64, activation: 'gelu', epsilon }
const cross: PostNormSpec = { ...text, sourceSize: size }

const blocks: TowerLayers = {
  size,
  layers: 1,
  heads: 4,
  innerSize: 64,
  activation: 'quick_gelu',
  epsilon,
  norm: 'layer',
  names: {
    ...blocksNames,
    layers: 'layers',
    norms: ['ln_1', 'ln_2'],
    projections: { fused: 'in_proj', output: 'out_proj' },
    up: 'c_fc',
    down: 'c_proj',
  },
}

/** Layer `index` of the image tower. */
function imageLayer(context: GraphContext, x: Value, index: number): Value {
  const { graph } = context
  return graph.scope(`vision_model.visual.transformer.resblocks.${index}`, () => towerLayers(context, x, blocks))
}

const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon })

interface Sides {
  readonly text: Value
  readonly image: Value
}

/** The last layers of two towers each lead over a bridge to a layer that looks both ways (Xu et al. 2022, arXiv:2206.08657, §3.3). */
function body(context: GraphContext): Sides {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const mask = paddingMask(context, attentionMask)
  const kinds = graph.scope('token_type_embeddings', () => context.weight('weight', [2, size], { std: 0.5 }))
  const typed = (x: Value, kind: number): Value =>
    graph.node('Add', [x, graph.node('Gather', [kinds, graph.constant('int64', kind)], { axis: 0 })])
  const mapped = (x: Value, name: string): Value => linear(context, x, { name, inputSize: size, outputSize: size })
  const textLayer = (x: Value, index: number): Value =>
    graph.scope(`text_model.encoder.layer.${index}`, () => postNormLayer(context, x, text, { biases: [mask] }))
  const offer = (x: Sides): Sides => ({
    text: typed(mapped(x.text, 'cross_modal_text_transform'), 0),
    image: typed(mapped(norm(context, x.image, 'vision_model.visual.ln_post'), 'cross_modal_image_transform'), 1),
  })
  const meet = (x: Sides, index: number): Sides => ({
    text: graph.scope(`cross_modal_text_layers.${index}`, () =>
      postNormLayer(context, x.text, cross, { biases: [mask], source: { value: x.image } }),
    ),
    image: graph.scope(`cross_modal_image_layers.${index}`, () =>
      postNormLayer(context, x.image, cross, { biases: [], source: { value: x.text, biases: [mask] } }),
    ),
  })
  return graph.scope('bridgetower', () => {
    let words = graph.scope('text_model.embeddings', () => {
      // positions begin behind that of padding, as RoBERTa's do
      const counted = graph.node('Add', [
        graph.node('Mul', [graph.node('CumSum', [attentionMask, graph.constant('int64', 1)]), attentionMask]),
        graph.constant('int64', 1),
      ])
      const types = { ids: graph.constant('int64', [0]), count: 1 }
      return wordEmbeddings(context, ids, { vocabulary: vocabularySize, size, epsilon, maxPositions: 66, positions: counted, types })
        .embedded
    })
    let patches = graph.scope('vision_model.visual', () => {
      const seen = graph.scope('embeddings', () => {
        const tokens = patchEmbedding(context, pixels, { name: 'patch_embedding', channels: 3, size, patch, bias: false })
        return patchPositions(
          context,
          prependToken(context, tokens, context.weight('class_embedding', [size], { std: 1 }), size),
          imageTokens,
          size,
        )
      })
      return norm(context, seen, 'ln_pre')
    })
    const before = towerDepth - crossDepth + 1
    for (let index = 0; index < before; index++) [words, patches] = [textLayer(words, index), imageLayer(context, patches, index)]
    const first = offer({ text: words, image: patches })
    let met = meet(
      {
        text: norm(context, first.text, 'cross_modal_text_layernorm'),
        image: norm(context, first.image, 'cross_modal_image_layernorm'),
      },
      0,
    )
    for (let index = before; index < towerDepth; index++) {
      const link = index - before
      ;[words, patches] = [textLayer(words, index), imageLayer(context, patches, index)]
      const next = offer({ text: words, image: patches })
      const bridge = (side: keyof Sides): Value =>
        norm(context, graph.node('Add', [next[side], met[side]]), `cross_modal_${side}_link_tower.${link}.LayerNorm`)
      met = meet({ text: bridge('text'), image: bridge('image') }, link + 1)
    }
    return met
  })
}

function build(context: GraphContext): void {
  const { graph } = context
  const sides = body(context)
  const pooled = (['text', 'image'] as const).map((side) =>
    graph.scope(`bridgetower.cross_modal_${side}_pooler`, () => tanhPooler(context, tokenAt(context, sides[side], 0), size)),
  )
  graph.output('text_features', sides.text, 'float32', [batch, sequence, size])
  graph.output('image_features', sides.image, 'float32', [batch, imageTokens, size])
  graph.output('pooler_output', graph.node('Concat', pooled, { axis: -1 }), 'float32', [batch, 2 * size])
}

const shared = { hidden_size: size, num_hidden_layers: towerDepth, layer_norm_eps: epsilon }

export const modelTypes: readonly ModelType[] = [
  {
    type: 'bridgetower',
    tasks: ['feature-extraction'],
    config: {
      model_type: 'bridgetower',
      architectures: ['BridgeTowerModel'],
      hidden_size: size,
      num_hidden_layers: crossDepth,
      num_attention_heads: text.heads,
      hidden_act: 'gelu',
      layer_norm_eps: epsilon,
      share_cross_modal_transformer_layers: true,
      share_link_tower_layers: false,
      link_tower_type: 'add',
      init_layernorm_from_vision_encoder: false,
      text_config: {
        ...shared,
        model_type: 'bridgetower_text_model',
        vocab_size: vocabularySize,
        num_attention_heads: text.heads,
        intermediate_size: text.innerSize,
        hidden_act: text.activation,
        max_position_embeddings: 66,
        type_vocab_size: 1,
        pad_token_id: 1,
      },
      vision_config: {
        ...shared,
        model_type: 'bridgetower_vision_model',
        image_size: image,
        patch_size: patch,
        num_channels: 3,
        stop_gradient: false,
        share_layernorm: true,
        remove_last_layer: false,
      },
    },
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'RobertaTokenizer',
      processorClass: 'BridgeTowerProcessor',
      imageProcessorClass: 'BridgeTowerImageProcessor',
    },
    graphs: [{ name: 'model', build }],
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'BridgeTowerImageProcessor',
        processorClass: 'BridgeTowerProcessor',
        size: { shortest_edge: image },
        statistics: clipStatistics,
        resample: 'bicubic',
      }),
    },
    transformersJs: null,
    note: 'each of the last layers of both towers is joined to a layer of its own that looks both ways; padding stands at the end, so positions are counted by the mask; Transformers.js has no class for it',
  },
]
