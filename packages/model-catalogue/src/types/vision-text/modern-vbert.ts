import type { Value } from '@vitest-hardware/onnx-graph'
import { nearFarEncoder, type NearFarSpec, plainNorm } from '../../architectures/near-far-encoder.ts'
import { activate } from '../../blocks/activation.ts'
import { embedding } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { tokenAt } from '../../blocks/patch.ts'
import { placeWhere } from '../../blocks/placed-features.ts'
import { pixelShuffle } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { causalLabelCount as labels, causalLabels } from '../../heads/causal-text.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { imagePixels, towerFeatures } from '../vision-language/image-features.ts'
import { imageToken } from '../vision-language/vision-language-type.ts'
import { siglipTower, visionSize } from '../vision-language/vision-towers.ts'

const size = 32
const side = 4
const factor = 2
const tower = siglipTower({ side })

const text: NearFarSpec = {
  size,
  layers: 3,
  heads: 4,
  innerSize: 48,
  activation: 'gelu',
  epsilon: 1e-5,
  globalEvery: 3,
  window: 6,
  theta: { global: 160_000, local: 10_000 },
}

export const modernVBertConfig = {
  image_token_id: imageToken,
  pixel_shuffle_factor: factor,
  classifier_pooling: 'cls',
  classifier_bias: false,
  text_config: {
    model_type: 'modernbert',
    vocab_size: vocabularySize,
    hidden_size: size,
    intermediate_size: text.innerSize,
    num_hidden_layers: text.layers,
    num_attention_heads: text.heads,
    hidden_activation: text.activation,
    max_position_embeddings: 512,
    norm_eps: text.epsilon,
    norm_bias: false,
    attention_bias: false,
    mlp_bias: false,
    decoder_bias: true,
    global_attn_every_n_layers: text.globalEvery,
    global_rope_theta: text.theta.global,
    local_attention: text.window,
    local_rope_theta: text.theta.local,
  },
  vision_config: tower.config,
}

export const modernVBertSize = size

/** SigLIP's patches, four to one by pixel shuffle, among the words of an encoder that reads both ways (Teiletche et al. 2025, arXiv:2510.01149, §3). */
export function modernVBert(context: GraphContext): { readonly hidden: Value; readonly attentionMask: Value } {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const pixels = imagePixels(context, { tower: tower.spec, tiles: 1 })
  return graph.scope('model', () => {
    const seen = towerFeatures(context, pixels, { tower: tower.spec, scope: 'vision_model' })
    const features = graph.scope('connector', () =>
      linear(context, pixelShuffle(context, seen, { side, factor, size: visionSize }), {
        name: 'modality_projection',
        inputSize: factor ** 2 * visionSize,
        outputSize: size,
        bias: false,
      }),
    )
    return graph.scope('text_model', () => {
      const embeddings = graph.scope('embeddings', () =>
        embedding(context, { name: 'tok_embeddings', count: vocabularySize, size }).lookup(ids),
      )
      const isPlace = graph.node('Equal', [ids, graph.constant('int64', imageToken)])
      const placed = placeWhere(context, { isPlace, embeddings, features, size })
      return { hidden: nearFarEncoder(context, placed, attentionMask, text), attentionMask }
    })
  })
}

/** Dense layer, activation, norm, without biases. */
function predictionHead(context: GraphContext, x: Value, name: string): Value {
  return context.graph.scope(name, () => {
    const dense = activate(context, linear(context, x, { name: 'dense', inputSize: size, outputSize: size, bias: false }), 'gelu')
    return plainNorm(context, dense, text, 'norm')
  })
}

const head = (suffix: string, build: (context: GraphContext) => void) =>
  ({ architecture: `ModernVBert${suffix}`, graphs: [{ name: 'model', build }], config: causalLabels }) as const

function classified(context: GraphContext, x: Value): Value {
  return linear(context, predictionHead(context, x, 'head'), { name: 'classifier', inputSize: size, outputSize: labels })
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'modernvbert',
    tasks: ['fill-mask', 'feature-extraction', 'text-classification', 'token-classification'],
    config: { model_type: 'modernvbert', architectures: ['ModernVBertForMaskedLM'], ...modernVBertConfig },
    preprocessor: { kind: 'none' },
    graphs: [
      {
        name: 'model',
        build: (context) => {
          const predicted = predictionHead(context, modernVBert(context).hidden, 'projection_head')
          const logits = linear(context, predicted, { name: 'lm_head', inputSize: size, outputSize: vocabularySize })
          context.graph.output('logits', logits, 'float32', [batch, sequence, vocabularySize])
        },
      },
    ],
    heads: {
      'feature-extraction': {
        architecture: 'ModernVBertModel',
        graphs: [
          {
            name: 'model',
            build: (context) => context.graph.output('last_hidden_state', modernVBert(context).hidden, 'float32', [batch, sequence, size]),
          },
        ],
      },
      'text-classification': head('ForSequenceClassification', (context) => {
        const first = tokenAt(context, modernVBert(context).hidden, 0)
        context.graph.output('logits', classified(context, first), 'float32', [batch, labels])
      }),
      'token-classification': head('ForTokenClassification', (context) =>
        context.graph.output('logits', classified(context, modernVBert(context).hidden), 'float32', [batch, sequence, labels]),
      ),
    },
    transformersJs: null,
    note: "ModernBERT's layers read words and images; Transformers.js has no class for it, and no tokenizer here has a token for images",
  },
]
