import type { Value } from '@vitest-hardware/onnx-graph'
import { blocksNames, towerLayers, type TowerLayers, towerNorm } from '../../architectures/vision-tower.ts'
import { patchEmbedding, prependToken } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'

const size = 32
const [image, patch, frames] = [32, 16, 2]
const [frequencies, steps, maxSteps, audioPatch] = [32, 32, 64, 8]
const imagePatches = (image / patch) ** 2
const frequencyPatches = frequencies / audioPatch
const stepPatches = steps / audioPatch
const maxStepPatches = maxSteps / audioPatch
const total = 1 + frames * imagePatches + stepPatches * frequencyPatches

const layers: TowerLayers = {
  size,
  layers: 2,
  heads: 4,
  innerSize: 64,
  activation: 'gelu',
  epsilon: 1e-6,
  norm: 'layer',
  names: {
    ...blocksNames,
    layers: 'encoder.layer',
    norms: ['layernorm_before', 'layernorm_after'],
    attention: 'attention',
    projections: { query: 'attention.query', key: 'attention.key', value: 'attention.value', output: 'output.dense' },
    feedForward: '',
    up: 'intermediate.dense',
    down: 'output.dense',
  },
}

/** Learned embeddings of the outer places, each for as many inner ones, and of the inner places, again for each outer one: `[1, outer·inner, size]`. */
function twoPlaces(context: GraphContext, outer: Value, inner: Value, count: number): Value {
  const { graph } = context
  const both = graph.node('Add', [
    graph.node('Unsqueeze', [outer, graph.constant('int64', [2])]),
    graph.node('Unsqueeze', [inner, graph.constant('int64', [1])]),
  ])
  return graph.node('Reshape', [both, graph.constant('int64', [1, count, size])])
}

function frameEmbeddings(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  return graph.scope('pixel_embeddings', () => {
    const flat = graph.node('Reshape', [pixels, graph.constant('int64', [-1, 3, image, image])])
    const cut = patchEmbedding(context, flat, { name: 'patch_embeddings.projection', channels: 3, size, patch })
    const tokens = graph.node('Reshape', [cut, graph.constant('int64', [-1, frames * imagePatches, size])])
    const time = context.weight('temporal_embed', [1, frames, size], { std: 0.5 })
    const place = context.weight('pos_embed_v', [1, imagePatches, size], { std: 0.5 })
    const placed = graph.node('Add', [tokens, twoPlaces(context, time, place, frames * imagePatches)])
    return graph.node('Add', [placed, context.weight('type_embed_v', [1, 1, size], { std: 0.5 })])
  })
}

function soundEmbeddings(context: GraphContext, spectrogram: Value): Value {
  const { graph } = context
  return graph.scope('audio_embeddings', () => {
    const tokens = patchEmbedding(context, spectrogram, { name: 'patch_embeddings.projection', channels: 1, size, patch: audioPatch })
    const all = context.weight('pos_embed_a', [1, maxStepPatches, size], { std: 0.5 })
    const time = graph.node('Slice', [all, ...[0, stepPatches, 1].map((value) => graph.constant('int64', [value]))])
    const frequency = context.weight('freq_embed', [1, frequencyPatches, size], { std: 0.5 })
    const placed = graph.node('Add', [tokens, twoPlaces(context, time, frequency, stepPatches * frequencyPatches)])
    return graph.node('Add', [placed, context.weight('type_embed_a', [1, 1, size], { std: 0.5 })])
  })
}

/** TVLT (Tang et al. 2022, arXiv:2209.14156, §3): patches of frames and of a spectrogram in one transformer, without text. */
function build(context: GraphContext): void {
  const { graph } = context
  const pixels = graph.input('pixel_values', 'float32', [batch, frames, 3, image, image])
  const spectrogram = graph.input('audio_values', 'float32', [batch, 1, steps, frequencies])
  const seen = frameEmbeddings(context, pixels)
  const heard = soundEmbeddings(context, spectrogram)
  const joined = graph.node('Concat', [seen, heard], { axis: 1 })
  const tokens = prependToken(context, joined, context.weight('cls_embedding', [1, 1, size], { std: 1 }), size)
  const hidden = towerNorm(context, towerLayers(context, tokens, layers), layers, 'layernorm')
  graph.output('last_hidden_state', hidden, 'float32', [batch, total, size])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'tvlt',
    tasks: ['feature-extraction'],
    config: {
      model_type: 'tvlt',
      architectures: ['TvltModel'],
      image_size: image,
      spectrogram_length: maxSteps,
      frequency_length: frequencies,
      image_patch_size: [patch, patch],
      audio_patch_size: [audioPatch, audioPatch],
      num_image_channels: 3,
      num_audio_channels: 1,
      num_frames: frames,
      hidden_size: size,
      num_hidden_layers: layers.layers,
      num_attention_heads: layers.heads,
      intermediate_size: layers.innerSize,
      hidden_act: 'gelu',
      layer_norm_eps: layers.epsilon,
      qkv_bias: true,
      use_mean_pooling: false,
    },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build }],
    transformersJs: null,
    note: 'frames and a spectrogram; Transformers.js has no class for it, and there is no extractor of its spectrograms here',
  },
]
