import type { Value } from '@vitest-hardware/onnx-graph'
import { blocksNames, type TowerLayers, towerLayers } from '../../architectures/vision-tower.ts'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, prependToken } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'

const size = 32
const [height, width] = [16, 32]
const patch = 4
const tokens = (height / patch) * (width / patch) + 1
const characters = 6
const groups = 8
const labels = { char: 38, bpe: 60, wp: 70 } as const

const layers: TowerLayers = {
  size,
  layers: 2,
  heads: 4,
  innerSize: 64,
  activation: 'gelu',
  epsilon: 1e-5,
  norm: 'layer',
  names: blocksNames,
}

/** For each place of the word what its attention over all patches finds (Wang et al. 2022, arXiv:2209.03592, §3.2): `[batch, characters, size]`. */
function findCharacters(context: GraphContext, x: Value): Value {
  const { graph } = context
  const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size, epsilon: layers.epsilon })
  const pixelwise = (y: Value, name: string, outputChannels: number, by: number): Value =>
    convolution(context, y, { name, inputChannels: size, outputChannels, kernel: [1, 1], groups: by, bias: false })
  const columns = graph.node('Unsqueeze', [
    graph.node('Transpose', [norm(x, 'token_norm')], { perm: [0, 2, 1] }),
    graph.constant('int64', [-1]),
  ])
  const flat = (y: Value, channels: number): Value => graph.node('Reshape', [y, graph.constant('int64', [0, channels, -1])])
  const scores = pixelwise(pixelwise(columns, 'tokenLearner.0', size, groups), 'tokenLearner.1', characters, 1)
  const attentions = graph.node('Softmax', [flat(scores, characters)], { axis: -1 })
  const features = graph.node('Transpose', [flat(pixelwise(columns, 'feat', size, groups), size)], { perm: [0, 2, 1] })
  return norm(graph.node('MatMul', [attentions, features]), 'norm')
}

function build(context: GraphContext): void {
  const { graph } = context
  const pixels = graph.input('pixel_values', 'float32', [batch, 3, height, width])
  const hidden = graph.scope('mgp_str', () => {
    const embedded = graph.scope('embeddings', () => {
      const patches = patchEmbedding(context, pixels, { name: 'proj', channels: 3, size, patch })
      const all = prependToken(context, patches, context.weight('cls_token', [1, 1, size], { std: 1 }), size)
      return graph.node('Add', [all, context.weight('pos_embed', [1, tokens, size], { std: 0.5 })])
    })
    return graph.scope('encoder', () => towerLayers(context, embedded, layers))
  })
  for (const [kind, count] of Object.entries(labels)) {
    const found = graph.scope(`${kind}_a3_module`, () => findCharacters(context, hidden))
    const logits = linear(context, found, { name: `${kind}_head`, inputSize: size, outputSize: count })
    graph.output(`${kind}_logits`, logits, 'float32', [batch, characters, count])
  }
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'mgp-str',
    tasks: ['feature-extraction'],
    config: {
      model_type: 'mgp-str',
      architectures: ['MgpstrForSceneTextRecognition'],
      image_size: [height, width],
      patch_size: patch,
      num_channels: 3,
      max_token_length: characters,
      num_character_labels: labels.char,
      num_bpe_labels: labels.bpe,
      num_wordpiece_labels: labels.wp,
      hidden_size: size,
      num_hidden_layers: layers.layers,
      num_attention_heads: layers.heads,
      mlp_ratio: 2,
      qkv_bias: true,
      distilled: false,
      layer_norm_eps: layers.epsilon,
    },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build }],
    transformersJs: { autoClass: 'AutoModel', modelClass: 'MgpstrForSceneTextRecognition' },
    note: 'words as characters, byte pairs and word pieces at once; the tokenizer of characters is not among those here',
  },
]
