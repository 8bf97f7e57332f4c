// Made by vitest-hardware 0.1.0 from 528ce42ab0ee3c9f; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification } from 'vitest-hardware/skillset'

/** DonutSwin. Swin without a norm behind the last stage; Transformers.js has the bare model only; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const donutSwin = {
  checkpoint: 'naver-clova-ix/donut-base',
  imageClassification: imageClassification({ model: 'donut-swin', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'donut-swin' }),
} as const
