import { encoderType } from '../../architectures/text-encoder-type.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { bertHead, bertLikeSpec, maskedByTransformersJs, textPreprocessor, usualTasks } from './encoder-parts.ts'

/** BERT's encoder without token types, its modules under other names (Sanh et al. 2019, arXiv:1910.01108). */
export const modelTypes: readonly ModelType[] = [
  encoderType('distilbert', {
    config: {
      model_type: 'distilbert',
      architectures: ['DistilBertForMaskedLM'],
      vocab_size: vocabularySize,
      dim: 32,
      n_layers: 2,
      n_heads: 4,
      hidden_dim: 64,
      activation: 'gelu',
      dropout: 0.1,
      attention_dropout: 0.1,
      max_position_embeddings: 512,
      sinusoidal_pos_embds: false,
      initializer_range: 0.02,
      pad_token_id: 0,
    },
    spec: bertLikeSpec({
      tokenTypes: 0,
      layerName: (index) => `transformer.layer.${index}`,
      names: {
        query: 'attention.q_lin',
        key: 'attention.k_lin',
        value: 'attention.v_lin',
        output: 'attention.out_lin',
        attentionNorm: 'sa_layer_norm',
        up: 'ffn.lin1',
        down: 'ffn.lin2',
        outputNorm: 'output_layer_norm',
      },
    }),
    scope: 'distilbert',
    prefix: 'DistilBert',
    tasks: [...usualTasks, 'pretraining', 'text-encoding'],
    masked: bertHead({ scope: '', dense: 'vocab_transform', norm: 'vocab_layer_norm', bias: 'vocab_projector.bias' }),
    summary: { kind: 'dense', activation: 'relu', scope: '', names: { dense: 'pre_classifier', output: 'classifier' } },
    preprocessor: textPreprocessor('DistilBertTokenizer'),
    transformersJs: maskedByTransformersJs('DistilBertForMaskedLM'),
  }),
]
