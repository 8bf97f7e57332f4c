import { bucketedDecoder, bucketedEncoder, type BucketedStackSpec } from '../../architectures/bucketed-stack.ts'
import type { CrossEncoder } from '../../architectures/cross-decoder.ts'
import { scaled } from '../../blocks/arithmetic.ts'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { sequenceToSequence } from '../../graphs/sequence-to-sequence.ts'
import { batch, idsInput, soundFrames } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const spec: BucketedStackSpec = {
  size: 32,
  heads: 4,
  headSize: 8,
  innerSize: 64,
  layers: 2,
  buckets: 8,
  maxDistance: 20,
  activation: 'relu',
  gated: true,
}

/** T5's encoder over the bands of a spectrogram, which take the place of embeddings. */
const encoder: CrossEncoder = (context) => {
  const { graph } = context
  const features = graph.input('input_features', 'float32', [batch, soundFrames, spec.size])
  const mask = idsInput(context, 'attention_mask', soundFrames)
  return { hidden: graph.scope('encoder', () => bucketedEncoder(context, features, mask, spec)), mask, hiddenLength: soundFrames }
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'pop2piano',
    tasks: ['automatic-speech-recognition'],
    config: {
      model_type: 'pop2piano',
      architectures: ['Pop2PianoForConditionalGeneration'],
      vocab_size: vocabularySize,
      composer_vocab_size: 21,
      d_model: spec.size,
      d_kv: spec.headSize,
      d_ff: spec.innerSize,
      num_layers: spec.layers,
      num_decoder_layers: spec.layers,
      num_heads: spec.heads,
      relative_attention_num_buckets: spec.buckets,
      relative_attention_max_distance: spec.maxDistance,
      layer_norm_epsilon: 1e-6,
      feed_forward_proj: 'gated-gelu',
      dense_act_fn: 'relu',
      is_encoder_decoder: true,
      tie_word_embeddings: true,
      use_cache: true,
      pad_token_id: 0,
      eos_token_id: 1,
      decoder_start_token_id: 0,
    },
    preprocessor: { kind: 'none' },
    graphs: sequenceToSequence({
      size: spec.size,
      decoderLayers: spec.layers,
      decoderHeads: spec.heads,
      headSize: spec.headSize,
      vocabulary: vocabularySize,
      encoder,
      decoder: (context, { ids, encoderHidden, encoderMask, past }) => {
        const shared = embedding(context, { name: 'shared', count: vocabularySize, size: spec.size })
        const inputs = { embedded: shared.lookup(ids), source: encoderHidden, sourceMask: encoderMask, past }
        const { hidden, present } = context.graph.scope('decoder', () => bucketedDecoder(context, inputs, spec))
        return { logits: tiedHead(context, scaled(context, hidden, 1 / Math.sqrt(spec.size)), shared.weight), present }
      },
    }),
    transformersJs: null,
    note: 'T5 that hears: a spectrogram’s bands are the encoder’s embeddings, gates of ReLU; the composer’s token is put before them by generation; Transformers.js has no class for it',
  },
]
