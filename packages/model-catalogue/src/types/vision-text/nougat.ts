import { type CrossDecoderSpec, type CrossEncoder, fairseqNames, recognitionGraphs } from '../../architectures/cross-decoder.ts'
import { swin, type SwinSpec, swinStage } from '../../architectures/swin.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { imageNetStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const size = 32
const image = 32
const positions = 64

/** Donut's encoder: Swin without a norm behind the last stage (Kim et al. 2022, arXiv:2111.15664, §3.2). */
const tower: SwinSpec = {
  image,
  patch: 4,
  size: 16,
  depths: [2, 2],
  heads: [2, 4],
  window: 4,
  mlpRatio: 2,
  activation: 'gelu',
  epsilon: 1e-5,
  lastNorm: false,
}
const last = swinStage(tower, tower.depths.length - 1)

/** mBART's decoder (Blecher et al. 2023, arXiv:2308.13418, §3.1): norms before, one behind the embeddings and one at the end. */
const decoder: CrossDecoderSpec = {
  body: 'decoder.model.decoder',
  vocabulary: vocabularySize,
  size,
  layers: 2,
  heads: 4,
  innerSize: 64,
  activation: 'gelu',
  names: { ...fairseqNames, finalNorm: 'layer_norm' },
  norms: 'before',
  positions: { kind: 'learned', count: positions, offset: 2 },
  embeddingScale: Math.sqrt(size),
  embeddingNorm: 'layernorm_embedding',
  ...(last.size === size ? {} : { sourceSize: last.size }),
}

const encoder: CrossEncoder = (context) => {
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const { hidden } = context.graph.scope('encoder', () => swin(context, pixels, tower))
  return { hidden, mask: undefined, hiddenLength: last.side ** 2 }
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'nougat',
    tasks: ['image-text-to-text'],
    config: {
      model_type: 'nougat',
      architectures: ['VisionEncoderDecoderModel'],
      is_encoder_decoder: true,
      encoder: {
        model_type: 'donut-swin',
        image_size: [image, image],
        patch_size: tower.patch,
        num_channels: 3,
        embed_dim: tower.size,
        depths: tower.depths,
        num_heads: tower.heads,
        window_size: tower.window,
        mlp_ratio: tower.mlpRatio,
        hidden_act: tower.activation,
        layer_norm_eps: tower.epsilon,
      },
      decoder: {
        model_type: 'mbart',
        vocab_size: vocabularySize,
        d_model: size,
        decoder_layers: decoder.layers,
        decoder_attention_heads: decoder.heads,
        decoder_ffn_dim: decoder.innerSize,
        activation_function: decoder.activation,
        max_position_embeddings: positions,
        scale_embedding: true,
        add_final_layer_norm: true,
        is_decoder: true,
        add_cross_attention: true,
      },
      image_size: image,
      vocab_size: vocabularySize,
      decoder_start_token_id: 0,
      bos_token_id: 0,
      pad_token_id: 1,
      eos_token_id: 2,
    },
    preprocessor: { kind: 'none' },
    graphs: recognitionGraphs(encoder, decoder, { encoderSize: last.size }),
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'NougatImageProcessor',
        processorClass: 'NougatProcessor',
        size: { height: image, width: image },
        statistics: imageNetStatistics,
      }),
    },
    transformersJs: null,
    note: "Donut's encoder and mBART's decoder by the class for any such pair, square pages; Transformers.js knows the pair by the type vision-encoder-decoder, with keys of cross-attention in the cache",
  },
]
