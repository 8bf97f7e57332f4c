import type { Value } from '@vitest-hardware/onnx-graph'
import { type LatentSpec, queryLatents, readLatents } from '../../architectures/latent-reader.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { convolution } from '../../blocks/convolution.ts'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { flattenGrid, repeatForBatch, tokenAt } from '../../blocks/patch.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { causalLabelCount, causalLabels } from '../../heads/causal-text.ts'
import { labelCount } from '../../heads/vision.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { labelMaps } from '../vision/labels.ts'

const width = 24
const maxPositions = 64
const image = 8
const imageWidth = 16

const spec: LatentSpec = {
  latents: 8,
  size: 32,
  inputSize: width,
  layersPerBlock: 2,
  blocks: 2,
  selfHeads: 4,
  crossHeads: 4,
  keySize: 16,
  valueSize: 32,
}
// without fields of its own, what reads an image has keys and values as wide as it
const imageSpec: LatentSpec = { ...spec, inputSize: 2 * imageWidth }

function readText(context: GraphContext): { readonly latents: Value; readonly words: Value } {
  const { graph } = context
  const ids = idsInput(context, 'inputs')
  const attentionMask = idsInput(context, 'attention_mask')
  return graph.scope('perceiver', () => {
    const { embedded, words } = graph.scope('input_preprocessor', () => {
      const table = embedding(context, { name: 'embeddings', count: vocabularySize, size: width })
      const positions = { name: 'position_embeddings', count: maxPositions, size: width, positions: positionRange(context, ids) }
      return { embedded: graph.node('Add', [table.lookup(ids), learnedPositions(context, positions)]), words: table.weight }
    })
    return { latents: readLatents(context, embedded, spec, paddingMask(context, attentionMask)), words }
  })
}

/** One query, with itself added to what it finds, and a layer. */
function classify(context: GraphContext, latents: Value, labels: number): void {
  const { graph } = context
  const { size } = spec
  const logits = graph.scope('perceiver.decoder.decoder', () => {
    const options = { count: 1, size, heads: 1, keySize: size, valueSize: size, hasResidual: true, latentSize: size }
    const found = tokenAt(context, queryLatents(context, latents, options), 0)
    return linear(context, found, { name: 'final_layer', inputSize: size, outputSize: labels })
  })
  graph.output('logits', logits, 'float32', [batch, labels])
}

/** A query for each place of the longest text, read against the table of tokens. */
function fillMask(context: GraphContext): void {
  const { graph } = context
  const { latents, words } = readText(context)
  const found = graph.scope('perceiver.decoder', () =>
    queryLatents(context, latents, {
      count: maxPositions,
      size: width,
      heads: 4,
      keySize: spec.keySize,
      valueSize: width,
      hasResidual: false,
      latentSize: spec.size,
    }),
  )
  const logits = graph.node('Add', [tiedHead(context, found, words), context.weight('embedding_decoder.bias', [vocabularySize])])
  graph.output('logits', logits, 'float32', [batch, maxPositions, vocabularySize])
}

/** Each pixel is a token: its colours through a 1 × 1 convolution beside a learned place (arXiv:2107.14795, §E). */
function classifyImage(context: GraphContext): void {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const latents = graph.scope('perceiver', () => {
    const read = graph.scope('input_preprocessor', () => {
      const grid = convolution(context, pixels, { name: 'convnet_1x1', inputChannels: 3, outputChannels: imageWidth, kernel: [1, 1] })
      const tokens = flattenGrid(context, grid, imageWidth)
      const places = graph.scope('position_embeddings', () => context.weight('position_embeddings', [image ** 2, imageWidth], { std: 1 }))
      const batched = repeatForBatch(context, graph.node('Unsqueeze', [places, graph.constant('int64', [0])]), tokens, [
        image ** 2,
        imageWidth,
      ])
      const projected = linear(context, batched, { name: 'positions_projection', inputSize: imageWidth, outputSize: imageWidth })
      return graph.node('Concat', [tokens, projected], { axis: -1 })
    })
    return readLatents(context, read, imageSpec)
  })
  classify(context, latents, labelCount)
}

function bare(context: GraphContext): void {
  const inputs = context.graph.input('inputs', 'float32', [batch, sequence, width])
  context.graph.output('last_hidden_state', readLatents(context, inputs, spec), 'float32', [batch, spec.latents, spec.size])
}

const head = (architecture: string, build: (context: GraphContext) => void, config: Readonly<Record<string, unknown>> = {}) =>
  ({ architecture, graphs: [{ name: 'model', build }], config }) as const

export const modelTypes: readonly ModelType[] = [
  {
    type: 'perceiver',
    tasks: ['fill-mask', 'feature-extraction', 'text-classification', 'image-classification'],
    config: {
      model_type: 'perceiver',
      architectures: ['PerceiverForMaskedLM'],
      num_latents: spec.latents,
      d_latents: spec.size,
      d_model: width,
      num_blocks: spec.blocks,
      num_self_attends_per_block: spec.layersPerBlock,
      num_self_attention_heads: spec.selfHeads,
      num_cross_attention_heads: spec.crossHeads,
      qk_channels: spec.keySize,
      v_channels: spec.valueSize,
      cross_attention_shape_for_attention: 'kv',
      self_attention_widening_factor: 1,
      cross_attention_widening_factor: 1,
      hidden_act: 'gelu',
      use_query_residual: true,
      vocab_size: vocabularySize,
      max_position_embeddings: maxPositions,
      image_size: image,
    },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build: fillMask }],
    heads: {
      'feature-extraction': head('PerceiverModel', bare),
      'text-classification': head(
        'PerceiverForSequenceClassification',
        (context) => classify(context, readText(context).latents, causalLabelCount),
        causalLabels,
      ),
      'image-classification': head('PerceiverForImageClassificationLearned', classifyImage, labelMaps(labelCount)),
    },
    transformersJs: null,
    note: 'logits stand for every place of the longest text; images are classified pixel by pixel with learned places; the bare model reads vectors; Transformers.js has no class for it, and no tokenizer here is of plain bytes',
  },
]
