import type { Value } from '@vitest-hardware/onnx-graph'
import { adaptiveNorm, modulation } from '../../blocks/adaptive-norm.ts'
import { attention } from '../../blocks/attention.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { gridSinusoids } from '../../blocks/grid-position.ts'
import { linear } from '../../blocks/linear.ts'
import { patchEmbedding, unpatch } from '../../blocks/patch.ts'
import { diffusersAttention } from '../../blocks/spatial-transformer.ts'
import { timestepEmbedding, timestepPerItem, timestepProjection } from '../../blocks/timestep.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { schedulerConfig, vaeConfig, vaeDecoderGraph } from './pipeline-parts.ts'

const transformerConfig = {
  _class_name: 'DiTTransformer2DModel',
  _diffusers_version: '0.32.0',
  activation_fn: 'gelu-approximate',
  attention_bias: true,
  attention_head_dim: 8,
  dropout: 0,
  in_channels: 4,
  norm_elementwise_affine: false,
  norm_eps: 1e-5,
  norm_num_groups: 32,
  norm_type: 'ada_norm_zero',
  num_attention_heads: 4,
  num_embeds_ada_norm: 16,
  num_layers: 2,
  // noise and its variance
  out_channels: 8,
  patch_size: 2,
  sample_size: 16,
  upcast_attention: false,
} as const

const { in_channels: channels, num_attention_heads: heads, patch_size: patch, sample_size: sampleSize } = transformerConfig
const size = heads * transformerConfig.attention_head_dim
const side = sampleSize / patch
/** Fixed in upstream's code, as are the sizes of the time embedding. */
const epsilon = 1e-6
const waves = { size: 256, cosinesFirst: true, frequencyShift: 1 }

interface Condition {
  readonly timestep: Value
  readonly labels: Value
}

/** Diffusers' `CombinedTimestepLabelEmbeddings`, which every block has for itself. */
function conditionEmbedding(context: GraphContext, { timestep, labels }: Condition): Value {
  const { graph } = context
  return graph.scope('emb', () => {
    const time = timestepProjection(context, timestepEmbedding(context, timestep, waves), {
      name: 'timestep_embedder',
      inputSize: waves.size,
      outputSize: size,
    })
    // one class more than there are: the one of unconditional generation
    const classes = embedding(context, { name: 'class_embedder.embedding_table', count: transformerConfig.num_embeds_ada_norm + 1, size })
    return graph.node('Add', [time, classes.lookup(labels)])
  })
}

/** Diffusers' `BasicTransformerBlock` with `ada_norm_zero`. */
function block(context: GraphContext, x: Value, condition: Condition): { readonly hidden: Value; readonly condition: Value } {
  const { graph } = context
  const [embedded, parts] = graph.scope('norm1', () => {
    const made = conditionEmbedding(context, condition)
    return [made, modulation(context, made, { name: 'linear', size, count: 6 })] as const
  })
  const [shift, scale, gate, feedShift, feedScale, feedGate] = parts as [Value, Value, Value, Value, Value, Value]
  const attended = graph.scope('attn1', () =>
    attention(context, adaptiveNorm(context, x, { size, epsilon, shift, scale }), { size, heads, names: diffusersAttention }),
  )
  const middle = graph.node('Add', [graph.node('Mul', [attended, gate]), x])
  const normal = adaptiveNorm(context, middle, { size, epsilon: transformerConfig.norm_eps, shift: feedShift, scale: feedScale })
  const fed = graph.scope('ff', () =>
    feedForward(context, normal, {
      names: { up: 'net.0.proj', down: 'net.2' },
      size,
      innerSize: 4 * size,
      activation: 'gelu_pytorch_tanh',
    }),
  )
  return { hidden: graph.node('Add', [graph.node('Mul', [fed, feedGate]), middle]), condition: embedded }
}

/** The diffusion transformer of classes (Peebles & Xie 2023, arXiv:2212.09748). */
function build(context: GraphContext): void {
  const { graph } = context
  const latent = graph.input('hidden_states', 'float32', [batch, channels, sampleSize, sampleSize])
  const timestep = timestepPerItem(context, graph.input('timestep', 'int64', ['steps']), latent)
  const labels = graph.input('class_labels', 'int64', [batch])
  let hidden = graph.scope('pos_embed', () => {
    const patches = patchEmbedding(context, latent, { name: 'proj', channels, size, patch })
    const positions = context.fixed('pos_embed', { type: 'float32', dims: [1, side * side, size], data: gridSinusoids(side, size) })
    return graph.node('Add', [patches, positions])
  })
  const conditions: Value[] = []
  for (let index = 0; index < transformerConfig.num_layers; index++) {
    const made = graph.scope(`transformer_blocks.${index}`, () => block(context, hidden, { timestep, labels }))
    hidden = made.hidden
    conditions.push(made.condition)
  }
  // the first block's embedding of the condition serves the last norm too
  const [shift, scale] = modulation(context, conditions[0]!, { name: 'proj_out_1', size, count: 2 }) as [Value, Value]
  const normal = adaptiveNorm(context, hidden, { size, epsilon, shift, scale })
  const patches = linear(context, normal, {
    name: 'proj_out_2',
    inputSize: size,
    outputSize: patch * patch * transformerConfig.out_channels,
  })
  const output = unpatch(context, patches, { side, patch, channels: transformerConfig.out_channels })
  graph.output('out_sample', output, 'float32', [batch, transformerConfig.out_channels, sampleSize, sampleSize])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'dit',
    tasks: ['class-conditional-image-generation'],
    config: { model_type: 'dit', architectures: ['DiTTransformer2DModel'], ...transformerConfig },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'transformer/model', build }, vaeDecoderGraph],
    files: {
      'model_index.json': {
        _class_name: 'DiTPipeline',
        _diffusers_version: '0.32.0',
        id2label: Object.fromEntries(
          Array.from({ length: transformerConfig.num_embeds_ada_norm }, (_, index) => [String(index), `class ${index}`]),
        ),
        scheduler: ['diffusers', schedulerConfig._class_name],
        transformer: ['diffusers', transformerConfig._class_name],
        vae: ['diffusers', vaeConfig._class_name],
      },
      'scheduler/scheduler_config.json': schedulerConfig,
      'transformer/config.json': transformerConfig,
      'vae_decoder/config.json': vaeConfig,
    },
    transformersJs: null,
    note: 'diffusers’ class-conditional transformer, a pipeline of several graphs, which Transformers.js does not have',
  },
]
