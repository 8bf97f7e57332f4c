// Made by vitest-hardware 0.1.0 from a6fd12a952d4fbbe; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, fillMask, questionAnswering, textClassification, tokenClassification } from 'vitest-hardware/skillset'

/** JinaEmbeddingsV3. without the adapters by task, which are another checkpoint’s weights; Transformers.js 4.3 has no class for jina_embeddings_v3. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const jinaEmbeddingsV3 = {
  checkpoint: 'jinaai/jina-embeddings-v3-hf',
  fillMask: fillMask({ model: 'jina_embeddings_v3' }),
  featureExtraction: featureExtraction({ model: 'jina_embeddings_v3' }),
  textClassification: textClassification({ model: 'jina_embeddings_v3', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'jina_embeddings_v3' }),
  tokenClassification: tokenClassification({ model: 'jina_embeddings_v3', labels: 3 }),
} as const
