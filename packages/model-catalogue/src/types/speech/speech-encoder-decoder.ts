import { type CrossDecoderSpec, type CrossEncoder, fairseqNames, recognitionGraphs } from '../../architectures/cross-decoder.ts'
import { speechEncoder } from '../../architectures/speech-encoder.ts'
import { linear } from '../../blocks/linear.ts'
import { audioPreprocessor } from '../../folder/preprocessor.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { waveformConfig, waveformExtractor } from './speech-type.ts'

const encoderSize = waveformConfig.hidden_size
const size = 16
const heads = 2
const layers = 2
const innerSize = 32
const maxPositions = 64

const encoder: CrossEncoder = (context) => {
  const { hidden } = speechEncoder(context, {
    body: 'encoder',
    size: encoderSize,
    heads: waveformConfig.num_attention_heads,
    layers: waveformConfig.num_hidden_layers,
    innerSize: waveformConfig.intermediate_size,
    activation: waveformConfig.hidden_act,
    epsilon: waveformConfig.layer_norm_eps,
    waveform: { channels: waveformConfig.conv_dim, kernels: waveformConfig.conv_kernel, strides: waveformConfig.conv_stride },
    positions: { kernel: waveformConfig.num_conv_pos_embeddings, groups: waveformConfig.num_conv_pos_embedding_groups },
  })
  return { hidden, mask: undefined, hiddenLength: 'num_frames' }
}

/** mBART's decoder, narrower than the encoder, so that a projection stands between. */
const decoder: CrossDecoderSpec = {
  body: 'decoder.model.decoder',
  vocabulary: vocabularySize,
  size,
  layers,
  heads,
  innerSize,
  activation: 'gelu',
  names: fairseqNames,
  norms: 'before',
  positions: { kind: 'learned', count: maxPositions, offset: 2 },
  embeddingNorm: 'layernorm_embedding',
  embeddingScale: Math.sqrt(size),
  bridge: (context, hidden) => linear(context, hidden, { name: 'enc_to_dec_proj', inputSize: encoderSize, outputSize: size }),
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'speech-encoder-decoder',
    tasks: ['automatic-speech-recognition'],
    config: {
      model_type: 'speech-encoder-decoder',
      architectures: ['SpeechEncoderDecoderModel'],
      vocab_size: vocabularySize,
      encoder: { model_type: 'wav2vec2', ...waveformConfig },
      decoder: {
        model_type: 'mbart',
        vocab_size: vocabularySize,
        d_model: size,
        decoder_layers: layers,
        decoder_attention_heads: heads,
        decoder_ffn_dim: innerSize,
        activation_function: 'gelu',
        scale_embedding: true,
        max_position_embeddings: maxPositions,
        is_decoder: true,
        add_cross_attention: true,
      },
      is_encoder_decoder: true,
      pad_token_id: 1,
      eos_token_id: 2,
      decoder_start_token_id: 0,
    },
    preprocessor: { kind: 'audio', extractorClass: waveformExtractor.type, tokenizer: 'LlamaTokenizer' },
    graphs: recognitionGraphs(encoder, decoder, { encoderSize }),
    files: {
      'preprocessor_config.json': audioPreprocessor({
        type: waveformExtractor.type,
        processorClass: waveformExtractor.processor,
        extra: waveformExtractor.fields,
      }),
    },
    transformersJs: null,
    note: 'any speech encoder before any decoder: here wav2vec 2.0 and mBART, the pair of the first published models; Transformers.js has no class for it',
  },
]
