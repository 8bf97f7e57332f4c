import type { Value } from '@vitest-hardware/onnx-graph'
import { add, scaled } from '../../blocks/arithmetic.ts'
import { append, type KeyValueCache, mergeHeads, repeatHeads, splitHeads } from '../../blocks/attention.ts'
import { causalMask, length, localMask, paddingMask } from '../../blocks/attention-mask.ts'
import { type Embedding, embedding, tiedHead } from '../../blocks/embedding.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { positionRange } from '../../blocks/position.ts'
import { applyRotary, type RotaryAngles, rotaryAngles } from '../../blocks/rotary-position.ts'
import { softCap } from '../../blocks/soft-cap.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type DecoderInputs, sequenceToSequence } from '../../graphs/sequence-to-sequence.ts'
import { batch, decoderSequence, encoderSequence, idsInput } from '../../graphs/text-inputs.ts'
import { textLabelCount, textLabels } from '../../heads/text.ts'
import { type GraphFile, type ModelType, vocabularySize } from '../../model-type.ts'

const text = {
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  head_dim: 8,
  hidden_activation: 'gelu_pytorch_tanh',
  query_pre_attn_scalar: 8,
  sliding_window: 3,
  layer_types: ['sliding_attention', 'full_attention'],
  attn_logit_softcapping: 50,
  final_logit_softcapping: 30,
  max_position_embeddings: 512,
  rope_theta: 10_000,
  rms_norm_eps: 1e-6,
  attention_bias: false,
} as const

const { hidden_size: size, num_attention_heads: heads, num_key_value_heads: keyHeads, head_dim: headSize, num_hidden_layers: layers } = text
const norm = (context: GraphContext, x: Value, name: string): Value =>
  rmsNorm(context, x, { name, size, epsilon: text.rms_norm_eps, unitOffset: true })
const table = (context: GraphContext): Embedding => embedding(context, { name: 'embed_tokens', count: text.vocab_size, size })
const project = (context: GraphContext, x: Value, name: string, count: number): Value =>
  splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: count * headSize, bias: false }), count, headSize)

interface Seen {
  /** @default the layer's own input */
  readonly source?: Value
  readonly angles?: RotaryAngles
  readonly mask?: Value | undefined
  readonly past?: KeyValueCache | undefined
}

/** Grouped queries whose scores are bounded by 50·tanh(score/50) (Gemma team 2024, arXiv:2408.00118, §2). */
function attend(
  context: GraphContext,
  x: Value,
  { source = x, angles, mask, past }: Seen,
): { readonly output: Value; readonly present: KeyValueCache } {
  const { graph } = context
  const turn = (value: Value): Value => (angles === undefined ? value : applyRotary(context, value, angles))
  const query = turn(project(context, x, 'q_proj', heads))
  const present = append(context, past, {
    key: turn(project(context, source, 'k_proj', keyHeads)),
    value: project(context, source, 'v_proj', keyHeads),
  })
  const key = repeatHeads(context, present.key, heads, keyHeads, headSize)
  const product = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  const capped = softCap(context, scaled(context, product, text.query_pre_attn_scalar ** -0.5), text.attn_logit_softcapping)
  const scores = mask === undefined ? capped : add(context, capped, mask)
  const value = repeatHeads(context, present.value, heads, keyHeads, headSize)
  const merged = mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), value]), heads * headSize)
  return { output: linear(context, merged, { name: 'o_proj', inputSize: heads * headSize, outputSize: size, bias: false }), present }
}

/** A norm before and one behind what is added. */
function sandwich(context: GraphContext, x: Value, name: string, body: (normed: Value) => Value): Value {
  return add(context, x, norm(context, body(norm(context, x, `pre_${name}_layernorm`)), `post_${name}_layernorm`))
}

function feed(context: GraphContext, x: Value): Value {
  const options = {
    names: { gate: 'gate_proj', up: 'up_proj', down: 'down_proj' },
    size,
    innerSize: text.intermediate_size,
    activation: text.hidden_activation,
    bias: false,
  } as const
  return sandwich(context, x, 'feedforward', (normed) => context.graph.scope('mlp', () => gatedFeedForward(context, normed, options)))
}

const anglesOf = (context: GraphContext, positions: Value): RotaryAngles =>
  rotaryAngles(context, { positions, size: headSize, theta: text.rope_theta, maxPositions: text.max_position_embeddings })

function encode(context: GraphContext) {
  const { graph } = context
  const ids = idsInput(context, 'input_ids', encoderSequence)
  const mask = idsInput(context, 'attention_mask', encoderSequence)
  const hidden = graph.scope('model.encoder', () => {
    const angles = anglesOf(context, positionRange(context, ids))
    const masks = [localMask(context, mask, text.sliding_window), paddingMask(context, mask)]
    let x = scaled(context, table(context).lookup(ids), Math.sqrt(size))
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = sandwich(context, x, 'self_attn', (normed) =>
          graph.scope('self_attn', () => attend(context, normed, { angles, mask: masks[layer] }).output),
        )
        return feed(context, attended)
      })
    }
    return norm(context, x, 'norm')
  })
  return { hidden, mask, hiddenLength: encoderSequence }
}

function decodeHidden(context: GraphContext, { ids, encoderHidden, encoderMask, past }: DecoderInputs) {
  const { graph } = context
  const present: KeyValueCache[] = []
  return graph.scope('model.decoder', () => {
    const pastKeys = past[0]?.key
    const angles = anglesOf(context, positionRange(context, ids, pastKeys === undefined ? 0 : length(context, pastKeys, 2)))
    const masks = [text.sliding_window, undefined].map((window) =>
      causalMask(context, { queries: ids, pastKeys, ...(window === undefined ? {} : { window }) }),
    )
    const shown = encoderMask === undefined ? undefined : paddingMask(context, encoderMask)
    const words = table(context)
    let x = scaled(context, words.lookup(ids), Math.sqrt(size))
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = sandwich(context, x, 'self_attn', (normed) => {
          const self = graph.scope('self_attn', () => attend(context, normed, { angles, mask: masks[layer], past: past[layer] }))
          present.push(self.present)
          return self.output
        })
        const crossed = sandwich(context, attended, 'cross_attn', (normed) =>
          graph.scope('cross_attn', () => attend(context, normed, { source: encoderHidden, mask: shown }).output),
        )
        return feed(context, crossed)
      })
    }
    return { hidden: norm(context, x, 'norm'), words: words.weight, present }
  })
}

function decode(context: GraphContext, inputs: DecoderInputs) {
  const { hidden, words, present } = decodeHidden(context, inputs)
  return { logits: softCap(context, tiedHead(context, hidden, words), text.final_logit_softcapping), present }
}

function both(context: GraphContext) {
  const { hidden: encoderHidden, mask } = encode(context)
  const ids = idsInput(context, 'decoder_input_ids', decoderSequence)
  return { encoderHidden, hidden: decodeHidden(context, { ids, encoderHidden, encoderMask: mask, past: [] }).hidden }
}

function bare(context: GraphContext): void {
  const { hidden, encoderHidden } = both(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, decoderSequence, size])
  context.graph.output('encoder_last_hidden_state', encoderHidden, 'float32', [batch, encoderSequence, size])
}

/** Scores of every token of the decoder; a text's are those of its last token, which in texts of one length is the last place. */
function labels(whole: boolean): (context: GraphContext) => void {
  return (context) => {
    const { graph } = context
    const scores = graph.scope('score', () =>
      linear(context, both(context).hidden, { name: 'out_proj', inputSize: size, outputSize: textLabelCount }),
    )
    if (!whole) return graph.output('logits', scores, 'float32', [batch, decoderSequence, textLabelCount])
    graph.output('logits', graph.node('Gather', [scores, graph.constant('int64', -1)], { axis: 1 }), 'float32', [batch, textLabelCount])
  }
}

const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]
const graphs = sequenceToSequence({
  size,
  decoderLayers: layers,
  decoderHeads: keyHeads,
  headSize,
  vocabulary: text.vocab_size,
  encoder: encode,
  decoder: decode,
})
const generates = 'T5GemmaForConditionalGeneration'

export const modelTypes: readonly ModelType[] = [
  {
    type: 't5gemma',
    tasks: ['text2text-generation', 'feature-extraction', 'pretraining', 'text-classification', 'token-classification', 'text-encoding'],
    config: {
      model_type: 't5gemma',
      architectures: [generates],
      encoder: { model_type: 't5_gemma_module', ...text },
      decoder: { model_type: 't5_gemma_module', ...text, is_decoder: true, cross_attention_hidden_size: size },
      vocab_size: text.vocab_size,
      is_encoder_decoder: true,
      tie_word_embeddings: true,
      use_cache: true,
      pad_token_id: 0,
      eos_token_id: 1,
      bos_token_id: 2,
      decoder_start_token_id: 2,
    },
    preprocessor: { kind: 'text', tokenizer: 'GemmaTokenizer' },
    graphs,
    heads: {
      'feature-extraction': { architecture: 'T5GemmaModel', graphs: one(bare) },
      pretraining: { architecture: generates, graphs: [graphs[0]] },
      'text-classification': { architecture: 'T5GemmaForSequenceClassification', graphs: one(labels(true)), config: textLabels },
      'token-classification': { architecture: 'T5GemmaForTokenClassification', graphs: one(labels(false)), config: textLabels },
      'text-encoding': {
        architecture: 'T5GemmaEncoderModel',
        graphs: one((context) =>
          context.graph.output('last_hidden_state', encode(context).hidden, 'float32', [batch, encoderSequence, size]),
        ),
      },
    },
    transformersJs: null,
    note: 'Gemma 2’s layers as encoder and decoder: norms on both sides, soft caps, windows in every second layer (Zhang et al. 2025, arXiv:2504.06225); Transformers.js 4.3 has no class for t5gemma',
  },
]
