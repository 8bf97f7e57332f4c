// Made by vitest-hardware 0.1.0 from 8106efe1e0705a20; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, fillMask, imageClassification, textClassification } from 'vitest-hardware/skillset'

/** Perceiver. logits stand for every place of the longest text; images are classified pixel by pixel with learned places; the bare model reads vectors; Transformers.js has no class for it, and no tokenizer here is of plain bytes. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const perceiver = {
  checkpoint: 'deepmind/language-perceiver',
  fillMask: fillMask({ model: 'perceiver' }),
  featureExtraction: featureExtraction({ model: 'perceiver' }),
  textClassification: textClassification({ model: 'perceiver', labels: 3 }),
  imageClassification: imageClassification({ model: 'perceiver', labels: 10 }),
} as const
