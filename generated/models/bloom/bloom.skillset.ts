// Made by vitest-hardware 0.1.0 from 058520f3d2d932aa; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  pretraining,
  questionAnswering,
  textClassification,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** BLOOM. linear biases that follow the attention mask instead of positions; a norm behind the embeddings; query, key and value interleaved by head. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bloom = {
  checkpoint: 'bigscience/bloom',
  textGeneration: textGeneration({ model: 'bloom' }),
  featureExtraction: featureExtraction({ model: 'bloom' }),
  pretraining: pretraining({ model: 'bloom' }),
  textClassification: textClassification({ model: 'bloom', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'bloom' }),
  tokenClassification: tokenClassification({ model: 'bloom', labels: 3 }),
} as const
