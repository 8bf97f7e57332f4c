import type { Value } from '@vitest-hardware/onnx-graph'
import { swin, type SwinSpec } from '../../architectures/swin.ts'
import { batchNorm } from '../../blocks/batch-norm.ts'
import { linear } from '../../blocks/linear.ts'
import { unitLength } from '../../blocks/normalise.ts'
import { paddedPositions } from '../../blocks/padded-positions.ts'
import { tokenAt } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { bertEncoder } from '../encoder-only/bert-layers.ts'
import { textBatch } from '../vision-text/contrastive.ts'

const audioBatch = 'audio_batch_size'
const projectionSize = 24
const scaleInit = 2.6592

const text = {
  model_type: 'clap_text_model',
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  max_position_embeddings: 514,
  type_vocab_size: 1,
  layer_norm_eps: 1e-12,
  pad_token_id: 1,
  bos_token_id: 0,
  eos_token_id: 2,
  projection_hidden_act: 'relu',
} as const

const melBins = 16
/** Side of the square that the spectrogram is folded to. */
const side = 32
const ratio = side / melBins
const frames = side * ratio
const tower: SwinSpec = {
  image: side,
  patch: 4,
  channels: 1,
  size: 16,
  depths: [2, 2],
  heads: [2, 4],
  window: 4,
  mlpRatio: 2,
  activation: 'gelu',
  epsilon: 1e-5,
}
const audioSize = tower.size * 2 ** (tower.depths.length - 1)

/** `linear2(relu(linear1(x)))` */
function projection(context: GraphContext, x: Value, name: string, inputSize: number): Value {
  return context.graph.scope(name, () => {
    const inner = context.graph.node('Relu', [linear(context, x, { name: 'linear1', inputSize, outputSize: projectionSize })])
    return linear(context, inner, { name: 'linear2', inputSize: projectionSize, outputSize: projectionSize })
  })
}

/** RoBERTa, pooled at the first token. */
function textTower(context: GraphContext): Value {
  const { graph } = context
  const declare = (name: string): Value => graph.input(name, 'int64', [textBatch, 'sequence_length'])
  const [ids, attentionMask] = [declare('input_ids'), declare('attention_mask')]
  return graph.scope('text_model', () => {
    const positions = paddedPositions(context, ids, text.pad_token_id)
    const { hidden } = bertEncoder(context, text, { ids, attentionMask, tokenTypes: graph.constant('int64', [0]), positions })
    const dense = linear(context, tokenAt(context, hidden, 0), {
      name: 'pooler.dense',
      inputSize: text.hidden_size,
      outputSize: text.hidden_size,
    })
    return graph.node('Tanh', [dense])
  })
}

/** A spectrogram folded to a square, halves of its time one below the other, through Swin (HTS-AT, Chen et al. 2022, arXiv:2202.00874, §2). */
function audioTower(context: GraphContext): Value {
  const { graph } = context
  const features = graph.input('input_features', 'float32', [audioBatch, 1, frames, melBins])
  return graph.scope('audio_model.audio_encoder', () => {
    const swapped = graph.node('Transpose', [features], { perm: [0, 3, 2, 1] })
    const normal = batchNorm(context, swapped, { name: 'batch_norm', size: melBins, epsilon: 1e-5, variance: 1 })
    const back = graph.node('Transpose', [normal], { perm: [0, 3, 2, 1] })
    const halves = graph.node('Reshape', [back, graph.constant('int64', [-1, ratio, side, melBins])])
    const turned = graph.node('Transpose', [halves], { perm: [0, 1, 3, 2] })
    const square = graph.node('Reshape', [turned, graph.constant('int64', [-1, 1, side, side])])
    const { hidden } = swin(context, square, tower)
    return graph.node('ReduceMean', [hidden, graph.constant('int64', [1])], { keepdims: 0 })
  })
}

function build(context: GraphContext): void {
  const { graph } = context
  const described = unitLength(context, projection(context, textTower(context), 'text_projection', text.hidden_size))
  const heard = unitLength(context, projection(context, audioTower(context), 'audio_projection', audioSize))
  const turned = (x: Value): Value => graph.node('Transpose', [x], { perm: [1, 0] })
  const scale = (name: string): Value => graph.node('Exp', [context.weight(name, [1], { mean: scaleInit, std: 0.1 })])
  const perAudio = graph.node('Mul', [graph.node('MatMul', [heard, turned(described)]), scale('logit_scale_a')])
  const perText = graph.node('Mul', [graph.node('MatMul', [described, turned(heard)]), scale('logit_scale_t')])
  graph.output('logits_per_audio', perAudio, 'float32', [audioBatch, textBatch])
  graph.output('logits_per_text', perText, 'float32', [textBatch, audioBatch])
  graph.output('text_embeds', described, 'float32', [textBatch, projectionSize])
  graph.output('audio_embeds', heard, 'float32', [audioBatch, projectionSize])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'clap',
    tasks: ['feature-extraction'],
    config: {
      model_type: 'clap',
      architectures: ['ClapModel'],
      vocab_size: vocabularySize,
      text_config: text,
      audio_config: {
        model_type: 'clap_audio_model',
        num_mel_bins: melBins,
        spec_size: side,
        window_size: tower.window,
        patch_size: tower.patch,
        patch_stride: [tower.patch, tower.patch],
        patch_embed_input_channels: 1,
        patch_embeds_hidden_size: tower.size,
        hidden_size: audioSize,
        depths: tower.depths,
        num_attention_heads: tower.heads,
        mlp_ratio: tower.mlpRatio,
        hidden_act: tower.activation,
        enable_fusion: false,
        projection_hidden_act: 'relu',
        layer_norm_eps: tower.epsilon,
      },
      projection_dim: projectionSize,
      logit_scale_init_value: scaleInit,
    },
    preprocessor: { kind: 'text', tokenizer: 'RobertaTokenizer' },
    graphs: [{ name: 'model', build }],
    transformersJs: null,
    note: 'texts by RoBERTa, sounds by Swin over a folded spectrogram, a temperature for each direction; without the fusion of long sounds; not tried with Transformers.js',
  },
]
