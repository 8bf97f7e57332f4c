// Made by vitest-hardware 0.1.0 from 45ea7140598906f5; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, tokenClassification } from 'vitest-hardware/skillset'

/** MarkupLM. paths in a page’s tree are embedded beside words; four levels deep here; Transformers.js 4.3 has no class for markuplm. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const markuplm = {
  checkpoint: 'microsoft/markuplm-base',
  featureExtraction: featureExtraction({ model: 'markuplm' }),
  textClassification: textClassification({ model: 'markuplm', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'markuplm' }),
  tokenClassification: tokenClassification({ model: 'markuplm', labels: 3 }),
} as const
