import type { Value } from '@vitest-hardware/onnx-graph'
import { decoderBody } from '../../architectures/causal-decoder.ts'
import type { DecoderSpec, LayerParts } from '../../architectures/decoder-spec.ts'
import { add } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, decoderSequence, encoderSequence, idsInput } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { kinSpec, llamaConfig } from '../decoder-only/llama-kin.ts'

const channels = 3
const encoderFields = {
  ...llamaConfig,
  hidden_size: 24,
  num_attention_heads: 3,
  num_key_value_heads: 3,
  head_dim: 8,
  intermediate_size: 48,
} as const
const decoderFields = { ...llamaConfig, head_dim: 8 } as const
const crossHeads = 4
const encoderSize = encoderFields.hidden_size

/** Scores are not divided by the root of the heads' size; gate and values come out of one product. */
const shared = { attention: { name: 'self_attention', scale: 1 }, network: { gate: 'fused' } } as const
const encoderSpec: DecoderSpec = kinSpec(encoderFields, {
  ...shared,
  layer: { norms: ['pre_sa_norm', 'post_sa_norm'] },
  spec: { names: { body: 'model.encoder' } },
})

/** Bytes of the text, both ways. */
function encode(context: GraphContext): { readonly hidden: Value; readonly mask: Value } {
  const ids = idsInput(context, 'input_ids', encoderSequence)
  const attentionMask = idsInput(context, 'attention_mask', encoderSequence)
  const embeddings = context.graph.scope('model.encoder', () =>
    embedding(context, { name: 'embedding', count: vocabularySize, size: encoderSize }).lookup(ids),
  )
  const mask = paddingMask(context, attentionMask)
  const positions = positionRange(context, ids)
  const { hidden } = decoderBody(context, encoderSpec, { embeddings, attentionMask, positions, mask: () => mask })
  return { hidden, mask }
}

/** Llama's layers with a cross-attention, which nothing rotates, between. */
function decoderSpec(source: Value, mask: Value): DecoderSpec {
  const residual = (context: GraphContext, x: Value, { mix, feed, norm }: LayerParts): Value => {
    const attended = add(context, x, mix(norm(x, 'pre_sa_norm')))
    const normal = norm(attended, 'pre_ca_norm')
    const heard = context.graph.scope('cross_attention', () =>
      attention(context, normal, {
        size: decoderFields.hidden_size,
        heads: crossHeads,
        bias: false,
        scale: 1,
        source,
        sourceSize: encoderSize,
        biases: [mask],
      }),
    )
    const middle = add(context, attended, heard)
    return add(context, middle, feed(norm(middle, 'pre_mlp_norm')))
  }
  return kinSpec(decoderFields, { ...shared, layer: { residual }, spec: { names: { body: 'model.decoder' } } })
}

interface Spoken {
  readonly hidden: Value
  readonly heard: Value
}

function run(context: GraphContext): Spoken {
  const { graph } = context
  const { hidden: heard, mask } = encode(context)
  const codes = graph.input('decoder_input_ids', 'int64', [batch, decoderSequence, channels])
  const spec = decoderSpec(heard, mask)
  const embeddings = graph.scope('model.decoder.embeddings.embed', () => {
    const table = context.weight('weight', [channels * vocabularySize, spec.size], { std: 0.5 })
    const offsets = Array.from({ length: channels }, (_, index) => index * vocabularySize)
    const rows = graph.node('Gather', [table, graph.node('Add', [codes, graph.constant('int64', offsets)])], { axis: 0 })
    return graph.node('ReduceSum', [rows, graph.constant('int64', [2])], { keepdims: 0 })
  })
  const shape = graph.node('Shape', [codes], { start: 0, end: 2 })
  const attentionMask = graph.node('Expand', [graph.constant('int64', 1), shape])
  const { hidden } = decoderBody(context, spec, { embeddings, attentionMask, positions: positionRange(context, embeddings) })
  return { hidden, heard }
}

/** The channels' scores one below the other in the batch. */
function build(context: GraphContext): void {
  const { graph } = context
  const { hidden, heard } = run(context)
  const width = channels * vocabularySize
  const scores = linear(context, hidden, { name: 'logits_dense', inputSize: decoderFields.hidden_size, outputSize: width, bias: false })
  const perChannel = graph.node('Reshape', [scores, graph.constant('int64', [0, 0, channels, vocabularySize])])
  const turned = graph.node('Transpose', [perChannel], { perm: [0, 2, 1, 3] })
  const rows = graph.node('Concat', [graph.constant('int64', [-1]), graph.node('Shape', [turned], { start: 2 })], { axis: 0 })
  graph.output('logits', graph.node('Reshape', [turned, rows]), 'float32', [`${channels}*${batch}`, decoderSequence, vocabularySize])
  graph.output('encoder_last_hidden_state', heard, 'float32', [batch, encoderSequence, encoderSize])
}

function buildBody(context: GraphContext): void {
  const { hidden, heard } = run(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, decoderSequence, decoderFields.hidden_size])
  context.graph.output('encoder_last_hidden_state', heard, 'float32', [batch, encoderSequence, encoderSize])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'dia',
    tasks: ['automatic-speech-recognition', 'feature-extraction'],
    config: {
      model_type: 'dia',
      architectures: ['DiaForConditionalGeneration'],
      vocab_size: vocabularySize,
      encoder_config: { model_type: 'dia_encoder', ...encoderFields, norm_eps: 1e-5 },
      decoder_config: {
        model_type: 'dia_decoder',
        ...decoderFields,
        norm_eps: 1e-5,
        num_channels: channels,
        cross_num_attention_heads: crossHeads,
        cross_num_key_value_heads: crossHeads,
        cross_head_dim: 8,
        cross_hidden_size: encoderSize,
      },
      delay_pattern: [0, 1, 2],
      is_encoder_decoder: true,
      pad_token_id: vocabularySize - 2,
      bos_token_id: vocabularySize - 1,
      eos_token_id: vocabularySize - 3,
    },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build }],
    heads: { 'feature-extraction': { architecture: 'DiaModel', graphs: [{ name: 'model', build: buildBody }] } },
    transformersJs: null,
    note: 'bytes in, codes of DAC out: each step reads the sum of its channels’ codes and scores them all; scores are not scaled; upstream files it under recognition, it speaks; Transformers.js has no class for it',
  },
]
